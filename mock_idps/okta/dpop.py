"""DPoP (RFC 9449) as Okta does it: a proof with the server's nonce at /token, and again at userinfo.

Sources: developer.okta.com/docs/guides/dpop/ (the nonce dance, `dpop-nonce`, a new nonce every 24 hours that works for three days),
Okta's catalogue of OAuth errors (`invalid_dpop_proof_*`). An app that must use it has the switch
`dpop_bound_access_tokens` (off).
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING, Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import import_key

from mock_idps.core.refusal import Refusal
from mock_idps.okta import memory

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service

ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]
NONCE_RENEWED = 86_400
NONCE_WORKS = 259_200
OLDEST = 300
"""Seconds: a proof may be five minutes old."""


def nonce(service: Service) -> str:
    """The nonce that the server hands out today."""
    known = memory.of(service).dpop_nonces
    fresh = [value for value, at in known.items() if service.now() - at < NONCE_RENEWED]
    if fresh:
        return fresh[-1]
    value = service.token(32)
    known[value] = service.now()
    return value


def presented(service: Service, request: Request, app: AppRegistration) -> str:
    """The thumbprint of the key whose proof came with a token request, "" if none came and none is needed.

    Raises:
        Refusal: "dpop_…".
    """
    if "dpop" not in request.headers:
        if app.settings.get("dpop_bound_access_tokens"):
            raise Refusal("dpop_missing")
        return ""
    claims, thumbprint = _proof(service, request)
    given = memory.of(service).dpop_nonces.get(str(claims.get("nonce", "")))
    if given is None or service.now() - given > NONCE_WORKS:
        raise Refusal("dpop_nonce")
    return thumbprint


def check_use(service: Service, request: Request, access_token: str) -> None:
    """Check the proof that comes with a bound access token at a resource.

    Raises:
        Refusal: "dpop_…".
    """
    bound = memory.of(service).bound.get(access_token, "")
    scheme = request.headers.get("authorization", "").partition(" ")[0].casefold()
    if not bound:
        if scheme == "dpop":
            raise Refusal("dpop_token_unbound")
        return
    if scheme != "dpop":
        raise Refusal("dpop_scheme")
    claims, thumbprint = _proof(service, request)
    digest = hashlib.sha256(access_token.encode()).digest()
    if claims.get("ath") != base64.urlsafe_b64encode(digest).rstrip(b"=").decode():
        raise Refusal("dpop_ath")
    if thumbprint != bound:
        raise Refusal("dpop_binding")


def _proof(service: Service, request: Request) -> tuple[dict[str, Any], str]:
    """The claims of the request's proof and the thumbprint of its key."""
    values = request.headers.getlist("dpop")
    if not values:
        raise Refusal("dpop_missing")
    if len(values) > 1:
        raise Refusal("dpop_several")
    try:
        parsed = jws.extract_compact(values[0].encode())
        header = parsed.headers()
        claims: dict[str, Any] = json.loads(parsed.payload)
        key = import_key(header["jwk"])
    except (JoseError, ValueError, KeyError, TypeError):
        raise Refusal("dpop_unreadable") from None
    if header.get("typ") != "dpop+jwt":
        raise Refusal("dpop_type")
    if header.get("alg") not in ALGORITHMS:
        raise Refusal("dpop_algorithm")
    try:
        jws.deserialize_compact(values[0], key, algorithms=ALGORITHMS)
    except (JoseError, ValueError):
        raise Refusal("dpop_signature") from None
    _check_claims(service, request, claims)
    return claims, key.thumbprint()


def _check_claims(service: Service, request: Request, claims: dict[str, Any]) -> None:
    now = service.now()
    issued = claims.get("iat")
    if claims.get("htm") != request.method:
        raise Refusal("dpop_htm")
    if claims.get("htu") != str(request.url.replace(query="", fragment="")):
        raise Refusal("dpop_htu")
    if not isinstance(issued, int | float):
        raise Refusal("dpop_iat")
    if issued > now:
        raise Refusal("dpop_future")
    if now - issued > OLDEST:
        raise Refusal("dpop_old")
    identifier = claims.get("jti")
    if not isinstance(identifier, str) or not identifier:
        raise Refusal("dpop_jti")
    proofs = memory.of(service).proofs
    if f"dpop {identifier}" in proofs:
        raise Refusal("dpop_used")
    proofs.add(f"dpop {identifier}")
