"""Logout: it ends the session at Okta, and nothing else.

Source: Okta's OpenID Connect reference; github.com/mogenius/renovate-operator/issues/691 (a missing hint is a 400 page).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core import id_token_hint, responses
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, sessions, single_logout
from mock_idps.okta.page_errors import LOGOUT
from mock_idps.okta.servers import Server, admin_host, requested, ring_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service


async def logout(service: Service, request: Request) -> Response:
    """End the session, then go where the app asked, or to the sign-in page."""
    asked = dict(request.query_params)
    if request.method == "POST":
        asked |= {name: str(value) for name, value in (await request.form()).multi_items()}
    service.note("logout", asked, request.headers)
    server = requested(service, request)
    try:
        app = await _check(service, request, server, asked)
    except Refusal as refusal:
        wire = worded(LOGOUT, refusal)
        return answers.dead_end(service, request, server.tenant, wire, wire.text(refusal.detail))
    target = _target(asked)
    session = sessions.find(service, request, server.tenant)
    others = single_logout.others(server, session, app)
    if session and others:
        answer = single_logout.page(server, session, others, target)
    else:
        answer = Response(status_code=302, headers={"Location": target, **answers.NO_STORE})
    sessions.end(service, request, server.tenant, answer)
    return answer


def _target(asked: dict[str, str]) -> str:
    """Where the browser goes: the app's address with `state`, or the org's own sign-in page."""
    uri = asked.get("post_logout_redirect_uri")
    return responses.after_logout(uri, asked.get("state", "")) if uri else "/"


async def _check(service: Service, request: Request, server: Server, asked: dict[str, str]) -> AppRegistration:
    """The app that the hint was made for; an expired hint is fine.

    Raises:
        Refusal: "hint_missing", "hint_invalid", "hint_of_another" or "post_logout_redirect_uri_mismatch".
    """
    if not asked.get("id_token_hint"):
        raise Refusal("hint_missing")
    app, subject = await _hint(service, server, asked["id_token_hint"])
    session = sessions.find(service, request, server.tenant)
    if session and session.authentications[-1].person.id != subject:
        raise Refusal("hint_of_another")
    uri = asked.get("post_logout_redirect_uri")
    if uri and uri not in app.post_logout_redirect_uris:
        published = "_published" if app.settings.get("published") else ""
        detail = {"admin": admin_host(server.tenant), "client_id": app.client_id}
        raise Refusal(f"post_logout_redirect_uri_mismatch{published}", **detail)
    return app


async def _hint(service: Service, server: Server, token: str) -> tuple[AppRegistration, str]:
    """App and subject of an ID token of this server, whose signature is checked and whose end is not."""
    for app in server.tenant.apps:
        claims = await id_token_hint.claims(ring_of(service, server, app), token)
        if claims and (claims.get("aud"), claims.get("iss")) == (app.client_id, server.issuer(app).url):
            return app, str(claims.get("sub"))
    raise Refusal("hint_invalid")
