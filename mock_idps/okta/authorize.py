"""The authorization endpoint: who is asked to sign in, who passes silently, and what goes back to the app.

Source: Okta's OpenID Connect reference, `docs/reference/api/oidc/index.md` of github.com/okta/okta-developer-docs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, completion, external, limits, memory, policy, pushed, sessions, sign_in
from mock_idps.okta.request_checks import CHECKS
from mock_idps.okta.servers import requested

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service


async def authorize(service: Service, request: Request) -> Response:
    """Answer an authorization request, by GET or by POST."""
    asked = await authorization.read(request)
    service.note("authorize", asked.parameters, request.headers)
    server = requested(service, request)
    asked.tenant, asked.issuer = server.tenant, server.issuer()
    asked.extra |= {"host": server.host, "asid": server.asid}
    try:
        limits.authorize(service, request, server.tenant, asked.get("client_id"))
        pushed.unfold(service, server, asked)
        authorization.run(CHECKS, service, asked)
        return await _decide(service, request, asked)
    except Refusal as refusal:
        answer = answers.refuse(service, request, asked, refusal)
        if refusal.situation == "rate_limited":
            answer.headers.update(limits.told(service, int(refusal.detail["limit"]), 0))
        return answer


async def _decide(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Pass silently where a session suffices, else show the sign-in page."""
    carrier = Response()
    session = sessions.find(service, request, asked.home())
    if held := memory.of(service).session_tokens.pop(asked.get("sessionToken"), None):
        session = sessions.start(service, held, carrier)
    held = session.authentications[-1] if session else None
    silent = "none" in asked.words("prompt")
    if held is None or _must_sign_in_again(service, asked, held):
        if silent:
            raise Refusal(_not_silent(asked, held))
        if asked.get("idp") and held is None:
            return external.begin(service, asked)
        return sign_in.begin(service, request, asked)
    answer = await completion.complete(service, request, asked, held, session)
    for value in carrier.headers.getlist("set-cookie"):
        answer.headers.append("set-cookie", value)
    return answer


def _not_silent(asked: AuthorizationRequest, held: Authentication | None) -> str:
    """Why prompt=none fails: two wordings exist for a missing session (`no_session_wording`: "other" for the second)."""
    if held is not None:
        return "login_required_reauthentication"
    other = asked.home().settings.get("no_session_wording") == "other"
    return "login_required_no_session" if other else "login_required"


def _must_sign_in_again(service: Service, asked: AuthorizationRequest, held: Authentication) -> bool:
    """prompt=login, and a sign-in older than `max_age` seconds; `max_age=0` is the same as prompt=login."""
    if "login" in asked.words("prompt"):
        return True
    limit = asked.get("max_age")
    too_old = bool(limit) and (int(limit) == 0 or service.now() - held.at > int(limit))
    return too_old or policy.needs_more(asked, held)
