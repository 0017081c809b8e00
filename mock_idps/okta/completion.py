"""The end of a sign-in: assignment, access policy, consent, and then the answer to the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import signing_in
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, minting, policy, screens

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
    """Answer the app, or ask for consent first; `session` remembers which apps it served."""
    try:
        signing_in.check_assignment(asked, held.person)
        policy.check(asked, held)
        if missing := policy.consent_missing(service, asked, held):
            if "none" in asked.words("prompt"):
                raise Refusal("consent_required", scopes=", ".join(missing))
            interaction = signing_in.open_interaction(service, asked, identifier=screens.handle(service))
            interaction.authentication = held
            return screens.consent(interaction, missing)
        told = await minting.authorization_response(service, asked, held)
    except Refusal as refusal:
        return answers.refuse(service, request, asked, refusal)
    if session is not None:
        session.apps[asked.get("client_id")] = session.id
    return answers.to_app(service, asked, told)
