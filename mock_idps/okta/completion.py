"""The end of a sign-in: assignment, access policy, consent, and then the answer to the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse

from mock_idps.core import signing_in
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, minting, outage, policy, screens
from mock_idps.okta.steps import Step, step

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service
    from mock_idps.core.sessions import Session


async def complete(
    service: Service, request: Request, asked: AuthorizationRequest, held: Authentication, session: Session | None
) -> Response:
    """Answer the app, or ask for consent first; `session` remembers which apps it served.

    A sign-in that no app asked for ends at the page that did (`from` of the request's extra).
    """
    if page := asked.extra.get("from"):
        return RedirectResponse(page, 302)
    try:
        signing_in.check_assignment(asked, held.person)
        policy.check(asked, held)
        outage.check(asked.registered(), "authorize")
        if missing := policy.consent_missing(service, asked, held):
            interaction = signing_in.open_interaction(service, asked, identifier=screens.handle(service))
            interaction.authentication = held
            interaction.notes["session"] = session
            return screens.consent(interaction, missing)
        told = await minting.authorization_response(service, asked, held)
    except Refusal as refusal:
        return answers.refuse(service, request, asked, refusal)
    if session is not None:
        session.apps[asked.get("client_id")] = session.id
    return answers.to_app(service, asked, told)


@step
async def consent(here: Step) -> Response:
    """The person allowed or denied what the app wants to see."""
    held = here.interaction.authentication
    if held is None:
        raise Refusal("interaction_unknown")
    asked = here.interaction.request
    here.service.grants.interactions.pop(here.interaction.id)
    if here.form.get("consent") != "true":
        return answers.refuse(here.service, here.request, asked, Refusal("consent_denied"))
    here.service.grants.consents.add((held.person.id, asked.get("client_id")))
    asked.extra["consented"] = "true"
    return await complete(here.service, here.request, asked, held, here.interaction.notes.get("session"))
