"""Signing in through an identity provider that the org trusts: `idp=` at /authorize.

Source: Okta's OpenID Connect reference (`idp`: used when there is no session); texts from Okta's catalogue of OAuth errors. The
provider itself is a page of the mock that stands in for it. The tenant's switch `identity_providers` maps an id ("0oa…") to
{"name": …, "fails": a situation such as "idp_link_error"}.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core import signing_in
from mock_idps.core.grants import Authentication
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, completion, screens, sessions
from mock_idps.okta.steps import Step, step

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import Person
    from mock_idps.core.service import Service


def begin(service: Service, asked: AuthorizationRequest) -> Response:
    """Send the person on to the identity provider."""
    interaction = signing_in.open_interaction(service, asked, identifier=screens.handle(service))
    provider = asked.home().settings["identity_providers"][asked.get("idp")]
    return screens.show(
        asked.home(),
        "external",
        interaction.id,
        idp_name=provider.get("name", "Identity provider"),
        login=asked.get("login_hint"),
    )


@step
async def come_back(here: Step) -> Response:
    """The identity provider answers; Okta finds the person, or refuses towards the app."""
    asked = here.interaction.request
    here.service.grants.interactions.pop(here.interaction.id)
    try:
        person = _found(here)
    except Refusal as refusal:
        return answers.refuse(here.service, here.request, asked, refusal)
    held = Authentication(here.tenant, person, here.service.now(), ("fed",))
    carrier = Response()
    session = sessions.start(here.service, held, carrier)
    answer = await completion.complete(here.service, here.request, asked, held, session)
    for value in carrier.headers.getlist("set-cookie"):
        answer.headers.append("set-cookie", value)
    return answer


def _found(here: Step) -> Person:
    """The person that the identity provider vouches for.

    Raises:
        Refusal: "idp_cancelled", "idp_link_error", "idp_status_invalid" or what the provider's `fails` says.
    """
    provider = here.tenant.settings["identity_providers"].get(here.interaction.request.get("idp"), {})
    person = here.tenant.person(here.form.get("username", ""))
    if here.form.get("action") == "cancel":
        raise Refusal("idp_cancelled")
    if situation := provider.get("fails"):
        raise Refusal(situation)
    if person is None:
        raise Refusal("idp_link_error")
    if person.state != "active":
        raise Refusal("idp_status_invalid")
    return person
