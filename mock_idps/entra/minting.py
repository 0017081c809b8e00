"""Making codes and tokens: ID tokens for the app, access tokens that are not its business."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from mock_idps.core import tokens
from mock_idps.core.grants import AccessToken, Authentication, RefreshToken
from mock_idps.entra import access_claims, authority, claims, compact, keys, scopes
from mock_idps.entra.authority import CONSUMERS
from mock_idps.entra.claims import Subject

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import AppRegistration, Claims, Tenant
    from mock_idps.core.service import Service

CODE_LIVES = 600
"""Seconds: about ten minutes (https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow)."""

CODE_LENGTH = 1100
"""Characters; real codes pass a thousand."""

REFRESH_LIVES = 90 * 24 * 3600
REFRESH_LIVES_SPA = 24 * 3600
"""Seconds (https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens)."""

ACCESS_LIVES = (3599, 5399)
"""Seconds, drawn per token: "between 60-90 minutes"
(https://learn.microsoft.com/en-us/entra/identity-platform/configurable-token-lifetimes)."""


def opaque(service: Service) -> Claims:
    """Entra's internal claims: "aio" in standard base64, "rh" with a dot at its end, "uti" of 22 characters."""
    aio = base64.b64encode(service.random.randbytes(51)).decode()
    return {"aio": aio, "rh": f"0.{service.token(52)}.", "uti": service.token(22)}


def subject(service: Service, asked: AuthorizationRequest, held: Authentication, *, implicit: bool = False) -> Subject:
    """What the tokens of a grant are about; `held` is the person in the tenant signed into."""
    app = asked.registered()
    found = service.directory.app(app.client_id)
    return Subject(
        tenant=held.tenant,
        person=held.person,
        owner=found[0] if found else held.tenant,
        app=app,
        scope=asked.words("scope") if asked.extra["version"] == "2.0" else ("openid", "profile"),
        nonce=asked.get("nonce"),
        session=held.session,
        signed_in_at=held.at,
        methods=held.methods,
        opaque=opaque(service),
        version=asked.extra["version"],
        implicit=implicit,
    )


async def id_token(service: Service, about: Subject, extra: Claims | None = None) -> str:
    """An ID token; `extra` are hash claims of the implicit and hybrid flows.

    Header: typ, alg, kid; v1.0 has "x5t" too.
    """
    key = await keys.signing(service, about.tenant)
    header = {"typ": "JWT", "alg": "RS256"} | ({"x5t": key.kid} if about.version == "1.0" else {}) | {"kid": key.kid}
    body = claims.id_token(about, service.now())
    if extra:
        first = {name: body.pop(name) for name in claims.LEADING}
        body = first | dict(sorted((body | extra).items()))
    return tokens.id_token(service, body, key, header)


async def access_token(service: Service, about: Subject, family: str) -> tuple[AccessToken, int]:
    """An access token and the seconds it lives: for the app's own API if asked, else for Microsoft Graph."""
    now = service.now()
    lives = service.random.randint(*ACCESS_LIVES)
    resource = scopes.api(about.app, about.scope)
    if about.tenant.id == CONSUMERS and not resource:
        value = "EwA" + service.token(1200)  # a personal account's token is no JWT
    elif resource and about.app.settings.get("access_token_version", 2) == 2:  # noqa: PLR2004 - the manifest's value
        value = await _own(service, about, now, lives)
    else:
        value = await _graph(service, about, now, lives)
    held = Authentication(about.tenant, about.person, about.signed_in_at, about.methods, about.session)
    token = AccessToken(value, about.app, held, about.scope, now + lives, family, resource)
    service.grants.access_tokens[value] = token
    return token, lives


async def _own(service: Service, about: Subject, now: int, lives: int) -> str:
    key = await keys.signing(service, about.tenant)
    return tokens.sign({"typ": "JWT", "alg": "RS256", "kid": key.kid}, access_claims.own(about, now, lives), key.jose)


async def _graph(service: Service, about: Subject, now: int, lives: int) -> str:
    """A Graph token, which nobody but Graph can verify.

    The header carries a raw "nonce", but the signature is over the header with that nonce hashed
    (https://github.com/justinlettau/azure-ad-verify-token/issues/5).
    """
    key = await keys.signing(service, about.tenant)
    nonce = service.token(43)
    hashed = _base64url(hashlib.sha256(nonce.encode()).digest()).decode()
    header = {"typ": "JWT", "nonce": hashed, "alg": "RS256", "x5t": key.kid, "kid": key.kid}
    payload = _base64url(compact.raw(access_claims.graph(about, now, lives)))
    signed = b"%s.%s" % (_base64url(compact.raw(header)), payload)
    signature = key.private.sign(signed, padding.PKCS1v15(), hashes.SHA256())
    return b".".join((_base64url(compact.raw(header | {"nonce": nonce})), payload, _base64url(signature))).decode()


def _base64url(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


async def app_only(service: Service, tenant: Tenant, app: AppRegistration) -> tuple[str, int]:
    """An access token of the app itself for its own API, and the seconds it lives."""
    key, lives = await keys.signing(service, tenant), ACCESS_LIVES[0]
    told = access_claims.app_only(tenant, app, opaque(service), service.now(), lives)
    return tokens.sign({"alg": "RS256", "typ": "JWT", "kid": key.kid}, told, key.jose), lives


def code_value(service: Service) -> str:
    """A fresh authorization code, as long as real ones."""
    return "0." + service.token(CODE_LENGTH)


def refresh_token(service: Service, asked: AuthorizationRequest, held: Authentication, family: str) -> RefreshToken:
    """A refresh token, opaque; an earlier one of the same grant stays good, as at Entra."""
    lives = REFRESH_LIVES_SPA if is_spa(asked.registered()) else REFRESH_LIVES
    token = RefreshToken("0." + service.token(900), asked.registered(), held, asked, service.now() + lives, family)
    service.grants.refresh_tokens[token.value] = token
    return token


def is_spa(app: AppRegistration) -> bool:
    """Whether the redirect URIs are registered under the platform "Single-page application": app setting "platform"."""
    return str(app.settings.get("platform", "web")) == "spa"


def client_info(held: Authentication) -> str:
    """`client_info`: base64url JSON of the account's object id and tenant."""
    told = compact.raw({"uid": held.person.id, "utid": held.tenant.id})
    return _base64url(told).decode()


def issuer(held: Authentication, version: str) -> str:
    """The `iss` that tokens of this sign-in carry."""
    return authority.issuer(held.tenant, version).url


def renewed(about: Subject, asked: list[str]) -> Subject:
    """What refreshed tokens are about: perhaps fewer scopes, and never a `nonce`."""
    scope = tuple(asked) or about.scope
    if "offline_access" not in scope:
        scope = (*scope, "offline_access")
    return dataclasses.replace(about, scope=scope, nonce="")
