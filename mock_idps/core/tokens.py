"""Minting ID tokens: a vendor's claims, the fault's say, a signature."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from joserfc import jws

from mock_idps.core.fault import Signing
from mock_idps.core.service import Minted

if TYPE_CHECKING:
    from joserfc.jwk import Key

    from mock_idps.core.keys import SigningKey
    from mock_idps.core.model import Claims
    from mock_idps.core.service import Service

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "ES256", "HS256", "none"]
"""Whatever a fault may ask for; an issuer by itself signs RS256 only."""


class _Unchecked(jws.JWSRegistry):
    """Signs whatever header it is given: telling a lie must not fail for being one."""

    def check_header(self, header: dict[str, Any]) -> None:
        """Nothing is wrong with any header."""


REGISTRY = _Unchecked(algorithms=ALGORITHMS)
"""Signs headers with members of a vendor's own, or a liar's, too."""


@dataclass(frozen=True, slots=True)
class HeaderStyle:
    """Names of the JOSE header members in a vendor's wire order; "typ", "alg", "kid" and "x5t" are known."""

    members: tuple[str, ...] = ("alg", "kid")


def sign(header: dict[str, Any], claims: Claims, key: Key) -> str:
    """Sign claims as a compact JWS (RFC 7515, 7.1); the header keeps its order."""
    payload = json.dumps(claims, separators=(",", ":"), ensure_ascii=False)
    return jws.serialize_compact(header, payload, key, registry=REGISTRY)


def id_token(service: Service, claims: Claims, key: SigningKey, header: dict[str, Any]) -> str:
    """Mint an ID token (OIDC Core 1.0, 2) with whatever lie is in force."""
    told = service.fault.id_token(claims)
    signing = service.fault.signing(Signing(header, key.jose, _secret_of(service, claims)))
    compact = service.fault.compact(sign(signing.header, told, signing.key))
    service.minted.append(Minted(claims, header, key.jose, compact))
    return compact


def _secret_of(service: Service, claims: Claims) -> str:
    """The secret of the client that a token is for."""
    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    apps = (tenant.app(str(audience)) for tenant in service.directory for audience in audiences)
    return next((app.client_secret for app in apps if app), "")


def half_hash(value: str) -> str:
    """`at_hash` or `c_hash` for an RS256 token (OIDC Core 1.0, 3.1.3.6)."""
    digest = hashlib.sha256(value.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
