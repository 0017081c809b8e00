"""The authorization endpoint: whose session answers, or which page comes first.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow (prompt, login_hint, domain_hint).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.core.signing_in import open_interaction
from mock_idps.entra import authority, claims, headers, journey, sessions, trace
from mock_idps.entra.answers import refuse
from mock_idps.entra.request_checks import CHECKS, sent_to, situate

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service


async def authorize(service: Service, request: Request) -> Response:
    """GET or POST /{tenant}/oauth2[/v2.0]/authorize."""
    asked = await authorization.read(request)
    service.note("authorize", asked.parameters, request.headers)
    try:
        situate(asked, authority.of(service, request), v1="/v2.0/" not in asked.path)
        authorization.run(CHECKS, service, asked)
        return await decide(service, request, asked)
    except Refusal as refusal:
        return refuse(service, request, refusal, asked)


async def decide(service: Service, request: Request, asked: AuthorizationRequest) -> Response:
    """One session answers silently, several are picked from, none or prompt=login shows the sign-in page.

    Raises:
        Refusal: Under prompt=none, when a page would be needed; or when the app goes round in circles.
    """
    session = sessions.current(service, request)
    here = sessions.signed_in(session, sent_to(service, asked).cloud)
    known = [it for it in here if _hinted(asked, it)] if _has_hint(asked) else here
    prompt = asked.get("prompt")
    if prompt == "none":
        return await _silent(service, request, asked, known)
    if prompt == "login" or (not known and prompt != "select_account") or _stale(service, asked, known):
        return _sign_in_page(service, asked)
    if prompt == "select_account" or len(known) > 1 or request.cookies.get(sessions.TILES) == "1":
        return _picker(service, asked, here)
    if session is not None and sessions.loops(service, asked, session):
        raise Refusal("loop_detected")
    interaction = open_interaction(service, asked)
    interaction.authentication = known[0]
    return await journey.proceed(service, request, interaction)


async def _silent(
    service: Service, request: Request, asked: AuthorizationRequest, known: list[Authentication]
) -> Response:
    if len(known) != 1:
        raise Refusal("account_ambiguous" if known else "login_required")
    interaction = open_interaction(service, asked)
    interaction.authentication = known[0]
    interaction.notes["silent"] = True
    return await journey.proceed(service, request, interaction)


def _has_hint(asked: AuthorizationRequest) -> bool:
    # With prompt=select_account a login_hint is of no use; Microsoft's page says they do not go together.
    return bool(asked.get("sid") or (asked.get("login_hint") and asked.get("prompt") != "select_account"))


def _hinted(asked: AuthorizationRequest, held: Authentication) -> bool:
    hint = asked.get("login_hint").casefold()
    if asked.get("sid"):
        return held.session == asked.get("sid")
    return hint == held.person.login.casefold() or asked.get("login_hint") == claims.login_hint(held.person)


def _stale(service: Service, asked: AuthorizationRequest, known: list[Authentication]) -> bool:
    """Whether `max_age` asks for a fresh password; tenant setting "honours_max_age", since no capture settles it."""
    tenant = sent_to(service, asked).tenant
    if tenant is None or not tenant.settings.get("honours_max_age") or not asked.get("max_age").isdigit():
        return False
    return any(service.now() - it.at > int(asked.get("max_age")) for it in known)


def _sign_in_page(service: Service, asked: AuthorizationRequest) -> Response:
    if federated := _federated_to(service, asked):
        return headers.stamp(service, RedirectResponse(federated, 302), trace.identifier(service))
    interaction = open_interaction(service, asked)
    interaction.login = _typed_already(service, asked)
    return journey.sign_in_page(service, interaction)


def _federated_to(service: Service, asked: AuthorizationRequest) -> str:
    """Where a `domain_hint` leads at once: to the identity provider that signs a tenant's people in, if it has its own."""
    here, hinted = sent_to(service, asked).tenant, authority.of_domain(service.directory, asked.get("domain_hint"))
    if hinted is None or here not in (None, hinted):
        return ""
    return str(hinted.settings.get("federated_to", ""))


def _typed_already(service: Service, asked: AuthorizationRequest) -> str:
    """What stands in the user name's field: a `login_hint` as it came, or whom the claim `login_hint` names."""
    hint = asked.get("login_hint")
    if not hint.startswith("O."):
        return hint
    people = (person for tenant in service.directory for person in tenant.people)
    return next((it.login for it in people if claims.login_hint(it) == hint), "")


def _picker(service: Service, asked: AuthorizationRequest, here: list[Authentication]) -> Response:
    if not here:
        return _sign_in_page(service, asked)
    return journey.picker(service, open_interaction(service, asked), here)
