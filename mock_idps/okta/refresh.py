"""Refresh tokens: persistent, or rotated with a grace period and reuse detection.

Sources: developer.okta.com/docs/guides/refresh-tokens/main/ (rotation, grace of 0 to 60 seconds, reuse), Okta's OpenID Connect
reference (90 days at the org server; a custom server's own: unlimited, idle for seven days). Published apps get none:
developer.okta.com/docs/guides/submit-app-prereq/main/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.grants import RefreshToken
from mock_idps.core.refusal import Refusal
from mock_idps.okta import memory, minting
from mock_idps.okta.minting import Grant

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest
    from mock_idps.okta.servers import Server

ORG_LIVES = 7_776_000
"""Seconds: 90 days at the org server."""
IDLE = 604_800
"""Seconds: a custom server's refresh token ends after seven days without use."""
GRACE = 30
"""Seconds; `refresh_grace_seconds` of the app, 0 to 60."""


def insert(body: dict[str, object], token: RefreshToken) -> dict[str, object]:
    """A token answer with the refresh token at its place, before the ID token."""
    told = dict(body)
    last = {"id_token": told.pop("id_token")} if "id_token" in told else {}
    return {**told, "refresh_token": token.value, **last}


def first(service: Service, grant: Grant, request: AuthorizationRequest) -> RefreshToken:
    """The refresh token that comes with a code's tokens."""
    lives = IDLE if grant.server.asid else ORG_LIVES
    return _new(service, grant, request, service.now() + lives)


async def redeem(service: Service, server: Server, asked: TokenRequest, key: str) -> dict[str, object]:
    """Exchange a refresh token; `key` is the thumbprint of the DPoP key, "" for none.

    Raises:
        Refusal: "refresh_token_invalid", "refresh_scopes_denied" or "dpop_binding".
    """
    token = _found(service, server, asked)
    granted = minting.scope_told(token.request.words("scope"))
    wanted = tuple(asked.get("scope").split()) or granted
    if extra := [scope for scope in wanted if scope not in granted]:
        raise Refusal("refresh_scopes_denied", scopes=", ".join(extra))
    if memory.of(service).bound.get(token.value, "") != key:
        raise Refusal("dpop_binding")
    grant = Grant(server, token.app, token.authentication, minting.scope_told(wanted), token.family, "", key)
    body = await minting.token_body(service, grant, with_refresh=True)
    return insert(body, _next(service, grant, token))


def _found(service: Service, server: Server, asked: TokenRequest) -> RefreshToken:
    token = service.grants.refresh_tokens.get(asked.get("refresh_token"))
    now = service.now()
    issued_by = token.request.issuer if token else None
    if (
        token is None
        or token.revoked
        or now >= token.expires_at
        or token.app.client_id != asked.registered().client_id
        or issued_by is None
        or issued_by.ring != server.ring_name
        or token.authentication.person.state != "active"
    ):
        raise Refusal("refresh_token_invalid")
    grace = int(token.app.settings.get("refresh_grace_seconds", GRACE))
    if token.replaced_at is not None and now - token.replaced_at >= grace:
        service.grants.revoke(token.family)
        raise Refusal("refresh_token_invalid")
    return token


def _next(service: Service, grant: Grant, token: RefreshToken) -> RefreshToken:
    """The same token, or with `refresh_rotation` "ROTATE" (default "STATIC") a new one that ends with the old one."""
    if grant.server.asid:
        token.expires_at = service.now() + IDLE
    if grant.app.settings.get("refresh_rotation", "STATIC") != "ROTATE":
        return token
    if token.replaced_at is None:
        token.replaced_at = service.now()
        return _new(service, grant, token.request, token.expires_at)
    family = (it for it in service.grants.refresh_tokens.values() if it.family == token.family)
    return next((it for it in family if it.replaced_at is None and not it.revoked), token)


def _new(service: Service, grant: Grant, request: AuthorizationRequest, ends: int) -> RefreshToken:
    value = service.token(43)
    made = RefreshToken(value, grant.app, grant.authentication, request, ends, grant.family)
    service.grants.refresh_tokens[value] = made
    if grant.key:
        memory.of(service).bound[value] = grant.key
    return made
