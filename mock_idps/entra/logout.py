"""Signing out: which account, which apps hear of it, and where the browser goes.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, claims, headers, sessions, trace
from mock_idps.entra.answers import page, refuse
from mock_idps.entra.sign_in import posted

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service
    from mock_idps.core.sessions import Session
    from mock_idps.entra.authority import Authority

ENDED = (sessions.SESSION, sessions.PERSISTENT, sessions.LIGHT)


async def logout(service: Service, request: Request) -> Response:
    """GET or POST /{tenant}/oauth2[/v2.0]/logout; `logout_hint` is the claim `login_hint` and skips the picker."""
    try:
        where = authority.of(service, request)
    except Refusal as refusal:
        return refuse(service, request, refusal)
    asked = dict(request.query_params) | (await posted(request) if request.method == "POST" else {})
    service.note("logout", asked, request.headers)
    session = sessions.current(service, request)
    if session is None:
        return _gone(service, where, asked, [])
    chosen = [it for it in session.authentications if _named(asked, it.person.id, claims.login_hint(it.person))]
    if not chosen and len(session.authentications) > 1:
        people = [it.person for it in session.authentications]
        return page(service, "sign_out.html", accounts=people, fields=asked)
    frames = _end(service, request, session, chosen[0].person.id if chosen else "")
    answer = _gone(service, where, asked, frames)
    if not session.authentications:
        for name in ENDED:
            headers.set_cookie(answer, name, "", seconds=0, script=name == sessions.LIGHT)
    return answer


def _named(asked: dict[str, str], identifier: str, hint: str) -> bool:
    return asked.get("account") in {identifier, "all"} or asked.get("logout_hint") == hint


def _end(service: Service, request: Request, session: Session, account: str) -> list[str]:
    """Sign `account` out, or everybody; returns the addresses of the apps to tell."""
    session.authentications = [it for it in session.authentications if account and it.person.id != account]
    frames = _front_channel(service, session)
    session.apps.clear()
    if not session.authentications:
        service.sessions.end(sessions.cookie(request))
    return frames


def _front_channel(service: Service, session: Session) -> list[str]:
    """The front-channel logout URLs of every app that this session signed in to.

    App setting "frontchannel_session" adds `iss` and `sid`, which Microsoft's page does not promise.
    """
    frames = []
    for client_id, issuer in session.apps.items():
        found = service.directory.app(client_id)
        if found is None or not found[1].frontchannel_logout_uri:
            continue
        uri = found[1].frontchannel_logout_uri
        if found[1].settings.get("frontchannel_session"):
            uri += ("&" if "?" in uri else "?") + urlencode({"iss": issuer, "sid": session.id})
        frames.append(uri)
    return frames


def _gone(service: Service, where: Authority, asked: dict[str, str], frames: list[str]) -> Response:
    """On to the app if it registered the address; else the person stays on a page that says so.

    `state` goes along (OIDC RP-Initiated Logout 1.0, 3) unless tenant setting "logout_echoes_state" is False: Microsoft's
    page says nothing of it.
    """
    wanted = asked.get("post_logout_redirect_uri", "")
    onward = wanted if wanted and _registered(service, wanted) else ""
    echoes = where.tenant is None or where.tenant.settings.get("logout_echoes_state", True)
    if onward and asked.get("state") and echoes:
        onward += ("&" if "?" in onward else "?") + urlencode({"state": asked["state"]})
    if onward and not frames:
        answer: Response = RedirectResponse(onward, 302)
        return headers.stamp(service, answer, trace.identifier(service))
    return page(service, "signed_out.html", frames=frames, onward=onward)


def _registered(service: Service, wanted: str) -> bool:
    """Entra has one list of redirect URIs for both purposes; the directory keeps it in two."""
    return any(
        wanted in app.redirect_uris or wanted in app.post_logout_redirect_uris
        for tenant in service.directory
        for app in tenant.apps
    )
