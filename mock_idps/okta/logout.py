"""Logout: it ends the session at Okta, and nothing else.

Source: Okta's OpenID Connect reference; github.com/mogenius/renovate-operator/issues/691 (a missing hint is a 400 page).
"""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

from starlette.responses import Response

from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, sessions
from mock_idps.okta.errors import LOGOUT
from mock_idps.okta.servers import Server, admin_host, org_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration, Tenant
    from mock_idps.core.service import Service


async def logout(service: Service, request: Request) -> Response:
    """End the session, then go where the app asked, or to the sign-in page."""
    asked = dict(request.query_params)
    if request.method == "POST":
        asked |= {name: str(value) for name, value in (await request.form()).multi_items()}
    service.note("logout", asked, request.headers)
    found = org_of(service.directory, request.url.hostname or "")
    if found is None:
        raise LookupError(f'no org behind "{request.url.hostname}"; route only the hosts of the directory here')
    server = Server(*found, request.path_params.get("asid", ""))
    try:
        _check(service, request, server, asked)
    except Refusal as refusal:
        wire = worded(LOGOUT, refusal)
        return answers.dead_end(service, request, server.tenant, wire, wire.text(refusal.detail))
    answer = Response(status_code=302, headers={"Location": _target(asked), **answers.NO_STORE})
    sessions.end(service, request, server.tenant, answer)
    return answer


def _target(asked: dict[str, str]) -> str:
    """Where the browser goes: the app's address with `state`, or the org's own sign-in page."""
    uri = asked.get("post_logout_redirect_uri")
    if not uri:
        return "/login/signout"
    state = asked.get("state")
    return f"{uri}{'&' if '?' in uri else '?'}state={quote_plus(state)}" if state else uri


def _check(service: Service, request: Request, server: Server, asked: dict[str, str]) -> None:
    hint = asked.get("id_token_hint")
    if not hint:
        raise Refusal("hint_missing")
    claims = _unpacked(hint)
    app = _audience(server.tenant, claims)
    if app is None or claims.get("iss") != server.issuer(app).url:
        raise Refusal("hint_invalid")
    session = sessions.find(service, request, server.tenant)
    if session and session.authentications[-1].person.id != claims.get("sub"):
        raise Refusal("hint_of_another")
    uri = asked.get("post_logout_redirect_uri")
    if uri and uri not in app.post_logout_redirect_uris:
        raise Refusal("post_logout_redirect_uri_mismatch", admin=admin_host(server.tenant), client_id=app.client_id)


def _audience(tenant: Tenant, claims: dict[str, Any]) -> AppRegistration | None:
    audience = claims.get("aud")
    return tenant.app(audience) if isinstance(audience, str) else None


def _unpacked(token: str) -> dict[str, Any]:
    try:
        part = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (IndexError, ValueError, binascii.Error):
        return {}
    return claims if isinstance(claims, dict) else {}
