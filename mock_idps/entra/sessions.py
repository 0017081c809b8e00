"""Sessions in the browser: Entra's cookies, and who is signed in there.

Source: https://learn.microsoft.com/en-us/entra/identity/authentication/concept-authentication-web-browser-cookies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.grants import Authentication
from mock_idps.entra import authority, headers, trace

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.service import Service
    from mock_idps.core.sessions import Session
    from mock_idps.core.signing_in import Interaction
    from mock_idps.entra.clouds import Cloud

SESSION = "ESTSAUTH"
PERSISTENT = "ESTSAUTHPERSISTENT"
LIGHT = "ESTSAUTHLIGHT"
TILES = "ESTSSSOTILES"
"""With the value "1" it brings the picker up although one account could go on silently."""

NINETY_DAYS = 90 * 24 * 3600
"""Seconds that "Stay signed in?" lasts (the rolling window of a persistent session)."""

LOOP_WINDOW = 120
LOOP_LIMIT = 20
"""Silent sign-ins of one app in a browser within so many seconds, before Entra calls it a loop
(https://github.com/pnp/powershell/issues/2995: about twenty; good again after about two minutes)."""


def cookie(request: Request) -> str | None:
    """The session cookie's value: the one that outlives the browser first."""
    return request.cookies.get(PERSISTENT) or request.cookies.get(SESSION)


def current(service: Service, request: Request) -> Session | None:
    """This browser's session, or None."""
    return service.sessions.find(cookie(request))


def signed_in(session: Session | None, cloud: Cloud) -> list[Authentication]:
    """The accounts of a session that live in `cloud`."""
    return [it for it in (session.authentications if session else ()) if authority.cloud_of(it.tenant) is cloud]


def sign_in(service: Service, request: Request, interaction: Interaction, methods: tuple[str, ...]) -> None:
    """Note that the interaction's account proved who it is; the cookie goes out with the next answer."""
    if interaction.tenant is None or interaction.person is None:
        raise LookupError("nobody was identified yet; identify before signing in")
    value = interaction.notes.get("cookie") or cookie(request)
    session = service.sessions.find(value)
    if value is None or session is None:
        value = f"0.{service.token(200)}"
        session = service.sessions.open(value, trace.guid(service))
    held = Authentication(interaction.tenant, interaction.person, service.now(), methods, session.id)
    session.add(held)
    interaction.authentication = held
    interaction.notes |= {"cookie": value, "fresh": True}


def set_cookies(interaction: Interaction, response: Response) -> Response:
    """Give the browser the cookies of a session that this interaction opened or joined."""
    value = interaction.notes.get("cookie")
    held = interaction.authentication
    if value is None or held is None:
        return response
    headers.set_cookie(response, SESSION, value)
    if interaction.notes.get("kmsi") == "yes":
        headers.set_cookie(response, PERSISTENT, value, seconds=NINETY_DAYS)
    headers.set_cookie(response, LIGHT, f"+{held.session}", script=True)
    headers.set_cookie(response, "SignInStateCookie", "CAgABFgIAAAAmoFfGtYxvRrNriQdPKIZ", seconds=NINETY_DAYS)
    return response


def loops(service: Service, asked: AuthorizationRequest, session: Session) -> bool:
    """Count a silent sign-in, and say whether the app goes round in circles."""
    times: list[int] = service.kept.setdefault(f"silent {session.id} {asked.get('client_id')}", [])
    now = service.now()
    times[:] = [*(at for at in times if at > now - LOOP_WINDOW), now]
    return len(times) > LOOP_LIMIT
