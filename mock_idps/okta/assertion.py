"""Client authentication by a signed assertion: client_secret_jwt and private_key_jwt (RFC 7523, 2.2).

Rules and texts: Okta's catalogue of OAuth errors (`client_assertion_*`); developer.okta.com/docs/guides/build-self-signed-jwt/. The
client's public keys are the app's switch `jwks`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey

from mock_idps.core.refusal import Refusal
from mock_idps.okta import memory

if TYPE_CHECKING:
    from joserfc.jwk import Key

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest

TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_SECRET = ["HS256", "HS384", "HS512"]
_PRIVATE = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]
FURTHEST = 3600
"""Seconds that an assertion may still live."""


def prove(service: Service, asked: TokenRequest, audiences: set[str]) -> None:
    """Check `client_assertion` and set the request's client and method; `audiences` are the values `aud` may have.

    Raises:
        Refusal: "assertion_…".
    """
    if asked.get("client_assertion_type") != TYPE:
        raise Refusal("assertion_type_invalid")
    try:
        parsed = jws.extract_compact(asked.get("client_assertion").encode())
        claims: dict[str, Any] = json.loads(parsed.payload)
        algorithm = str(parsed.headers()["alg"])
    except (JoseError, ValueError, KeyError):
        raise Refusal("assertion_unreadable") from None
    app = asked.tenant.app(str(claims.get("iss", ""))) if asked.tenant else None
    if app is None:
        raise Refusal("assertion_issuer")
    if claims.get("sub") != claims["iss"]:
        raise Refusal("assertion_subject")
    _check_signature(asked.get("client_assertion"), algorithm, app)
    _check_claims(service, claims, audiences)
    asked.client_id = app.client_id
    asked.method = "client_secret_jwt" if algorithm in _SECRET else "private_key_jwt"


def _check_signature(value: str, algorithm: str, app: AppRegistration) -> None:
    key: Key | KeySet
    if algorithm in _SECRET:
        key = OctKey.import_key(app.client_secret)
    elif algorithm not in _PRIVATE:
        raise Refusal("assertion_algorithm")
    elif jwks := app.settings.get("jwks"):
        key = KeySet.import_key_set(jwks)
    else:
        raise Refusal("assertion_without_keys")
    try:
        jws.deserialize_compact(value, key, algorithms=[*_SECRET, *_PRIVATE])
    except (JoseError, ValueError):
        raise Refusal("assertion_signature") from None


def _check_claims(service: Service, claims: dict[str, Any], audiences: set[str]) -> None:
    now = service.now()
    named = claims.get("aud")
    if not audiences & set(named if isinstance(named, list) else [named]):
        raise Refusal("assertion_audience")
    if not isinstance(claims.get("exp"), int | float):
        raise Refusal("assertion_without_end")
    if claims["exp"] <= now:
        raise Refusal("assertion_expired")
    if claims["exp"] > now + FURTHEST:
        raise Refusal("assertion_too_long")
    if identifier := claims.get("jti"):
        proofs = memory.of(service).proofs
        if f"assertion {identifier}" in proofs:
            raise Refusal("assertion_used")
        proofs.add(f"assertion {identifier}")
