"""Logins that Hydra remembers by itself, apart from the portal's session.

JumpCloud's tokens show an `auth_time` one second after `rat` even where a portal session existed, so Hydra's logins seem
never to be remembered, and `prompt=none` always ends in `login_required`. That is a reading, not a fact: the switch
`remember_login` of an organisation (default False) turns it. Source: github.com/argoproj/argo-cd/issues/22973 (the times),
github.com/ory/hydra v2.2.0 consent/strategy_default.go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import id_token_hint
from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import regions
from mock_idps.jumpcloud.flow import SESSION_COOKIE

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.flow import Flow
    from mock_idps.jumpcloud.regions import Region


async def remembered(
    service: Service, region: Region, request: Request, asked: AuthorizationRequest
) -> Authentication | None:
    """The login that Hydra remembers of this browser, or None where the person has to sign in.

    Raises:
        Refusal: `prompt=none` cannot be kept, or `max_age` is no number.
    """
    prompt = asked.words("prompt")
    found = None if "login" in prompt or "select_account" in prompt else _session(service, request)
    if found is not None:
        found = await _fitting(service, region, asked, found)
    if found is None and "none" in prompt:
        raise Refusal("login_required_no_session")
    return found


def _session(service: Service, request: Request) -> Authentication | None:
    session = service.sessions.find(request.cookies.get(SESSION_COOKIE))
    return session.authentications[-1] if session and session.authentications else None


async def _fitting(
    service: Service, region: Region, asked: AuthorizationRequest, found: Authentication
) -> Authentication | None:
    max_age = asked.get("max_age")
    if max_age:
        try:
            reached = found.at + int(max_age) < service.now()
        except ValueError:
            raise Refusal("max_age_illegal") from None
        if reached and "none" in asked.words("prompt"):
            raise Refusal("login_required_max_age")
        if reached:
            return None
    if asked.get("id_token_hint"):
        hinted = await id_token_hint.claims(regions.ring(service, region), asked.get("id_token_hint"))
        if hinted is None:
            raise Refusal("hint_illegal")
        if hinted.get("sub") != found.person.id:
            raise Refusal("login_required_other_person")
    return found


def set_cookie(service: Service, response: Response, flow: Flow) -> None:
    """Remember a fresh login, where the organisation's switch says that Hydra does."""
    if flow.remembered or flow.authentication is None or not flow.authentication.tenant.settings.get("remember_login"):
        return
    cookie = service.token(43)
    service.sessions.open(cookie, flow.sid).add(flow.authentication)
    response.set_cookie(SESSION_COOKIE, cookie, secure=True, httponly=True, samesite="lax")
