"""Introspection and revocation.

Source: Okta's OpenID Connect reference (`/introspect`, `/revoke`): both need client authentication; revocation says 200 whatever
the token was. That a token must be the client's own is not attested; another's token is inactive here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, credentials, memory, token
from mock_idps.okta.servers import Server, host_org, requested

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest


async def introspect(service: Service, request: Request) -> Response:
    """Say whether a token works, and what it says."""
    try:
        asked = _with_token(await credentials.authenticated(service, request, "introspect"))
    except Refusal as refusal:
        return token.refuse(service, host_org(service, request)[0], refusal)
    told = _active(service, requested(service, request), asked.registered(), asked.get("token"))
    return answers.as_json(service, told or {"active": False})


def _with_token(asked: TokenRequest) -> TokenRequest:
    if not asked.get("token"):
        raise Refusal("token_parameter_missing")
    return asked


def _active(service: Service, server: Server, app: AppRegistration, value: str) -> dict[str, Any]:
    """What is told of a live token of this server and app; empty for any other."""
    access = service.grants.access_tokens.get(value)
    refresh = service.grants.refresh_tokens.get(value)
    now = service.now()
    if refresh and not refresh.revoked and now < refresh.expires_at and refresh.app is app:
        person = refresh.authentication.person
        scope = " ".join(refresh.request.words("scope"))
        head = {"active": True, "scope": scope, "client_id": app.client_id, "username": person.login}
        return {**head, "exp": refresh.expires_at, "sub": person.login, "uid": person.id}
    if not access or access.revoked or now >= access.expires_at or access.app is not app:
        return {}
    if access.issuer != server.ring_name:
        return {}
    claims = memory.of(service).issued[value]
    return {
        "active": True,
        "token_type": "DPoP" if "cnf" in claims else "Bearer",
        "scope": " ".join(access.scope),
        "client_id": app.client_id,
        "username": access.authentication.person.login,
        **{name: claims[name] for name in ("exp", "iat", "sub", "aud", "iss", "jti", "uid")},
        **({"cnf": claims["cnf"]} if "cnf" in claims else {}),
    }


async def revoke(service: Service, request: Request) -> Response:
    """Revoke one token of the client; revoking a refresh token revokes the access tokens beside it."""
    try:
        asked = _with_token(await credentials.authenticated(service, request, "revoke"))
    except Refusal as refusal:
        return token.refuse(service, host_org(service, request)[0], refusal)
    value, app = asked.get("token"), asked.registered()
    access, refresh = service.grants.access_tokens.get(value), service.grants.refresh_tokens.get(value)
    if access and access.app is app:
        access.revoked = True
    if refresh and refresh.app is app:
        service.grants.revoke(refresh.family)
    return Response(status_code=200, headers={**answers.NO_STORE, **answers.request_id(service)})
