"""The authorization endpoint: who is asked to sign in, who passes silently, and what goes back to the app.

Source: Okta's OpenID Connect reference, `docs/reference/api/oidc/index.md` of github.com/okta/okta-developer-docs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, completion, policy, sessions, sign_in
from mock_idps.okta.request_checks import CHECKS
from mock_idps.okta.servers import org_of, server_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service


async def authorize(service: Service, request: Request) -> Response:
    """Answer an authorization request, by GET or by POST."""
    asked = await authorization.read(request)
    service.note("authorize", asked.parameters, request.headers)
    return await answer(service, request, asked)


async def answer(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Check a request that has been read, and take it as far as it goes without the person."""
    found = org_of(service.directory, request.url.hostname or "")
    if found is None:
        raise LookupError(f'no org behind "{request.url.hostname}"; route only the hosts of the directory here')
    asked.tenant, host = found
    asked.extra |= {"host": host, "asid": request.path_params.get("asid", "")}
    asked.issuer = server_of(asked).issuer()
    try:
        authorization.run(CHECKS, service, asked)
        return await _decide(service, request, asked)
    except Refusal as refusal:
        return answers.refuse(service, request, asked, refusal)


async def _decide(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """Pass silently where a session suffices, else show the sign-in page."""
    session = sessions.find(service, request, asked.home())
    held = session.authentications[-1] if session else None
    silent = "none" in asked.words("prompt")
    if held is None or _must_sign_in_again(service, asked, held):
        if silent:
            raise Refusal("login_required" if held is None else "login_required_reauthentication")
        return sign_in.begin(service, request, asked)
    return await completion.complete(service, request, asked, held, session)


def _must_sign_in_again(service: Service, asked: AuthorizationRequest, held: Authentication) -> bool:
    """prompt=login, and a sign-in older than `max_age` seconds; `max_age=0` is the same as prompt=login."""
    if "login" in asked.words("prompt"):
        return True
    limit = asked.get("max_age")
    too_old = bool(limit) and (int(limit) == 0 or service.now() - held.at > int(limit))
    return too_old or policy.needs_more(asked, held)
