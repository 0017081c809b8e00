"""The posts of the pages that may follow the password: second factor, enrolment, new password, "Stay signed in?", consent."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal
from mock_idps.core.signing_in import resume
from mock_idps.entra import gates, journey, sign_in
from mock_idps.entra.answers import refuse
from mock_idps.entra.request_checks import for_everybody
from mock_idps.entra.sign_in_errors import ERRORS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction

CODE = "123456"
"""The one-time code of everybody without an attribute "otp"."""

Answer = Callable[["Service", "Request", "Interaction", dict[str, str]], Awaitable["Response"]]
"""What a page's post does with its fields."""


def answering(answer: Answer) -> Callable[[Service, Request], Awaitable[Response]]:
    """An endpoint that finds the interaction of a posted page, and hands its fields to `answer`."""

    async def endpoint(service: Service, request: Request) -> Response:
        fields = await sign_in.posted(request)
        try:
            interaction = resume(service, fields.get("ctx", ""))
            gates.held(interaction)
        except Refusal as refusal:
            return refuse(service, request, refusal)
        except LookupError:
            return refuse(service, request, Refusal("interaction_unknown"))
        return await answer(service, request, interaction, fields)

    return endpoint


async def second_factor(
    service: Service, request: Request, interaction: Interaction, fields: dict[str, str]
) -> Response:
    """POST /{tenant}/SAS/ProcessAuth: a typed code, or what the phone answered.

    Person attribute "push_answer" is "approve" (default), "deny" or "timeout".
    """
    person = gates.visitor(interaction).person
    if person.mfa and person.mfa[0] == "push":
        outcome = str(person.attributes.get("push_answer", "approve"))
        if outcome != "approve":
            values = {"login": person.login, "number": "42", "outcome": outcome}
            return journey.show(service, interaction, "push.html", **values)
    elif not hmac.compare_digest(fields.get("otc", ""), str(person.attributes.get("otp", CODE))):
        wire = ERRORS["code_wrong"]
        values = {"login": person.login, "error": wire.description, "code": wire.code}
        return journey.show(service, interaction, "code.html", **values)
    _passed_second_factor(interaction)
    return await journey.proceed(service, request, interaction)


def _passed_second_factor(interaction: Interaction) -> None:
    held = gates.held(interaction)
    held.methods = (*held.methods, "mfa")


async def enrol(service: Service, request: Request, interaction: Interaction, fields: dict[str, str]) -> Response:
    """POST /{tenant}/ProofUp: "More information required", Next; the person then has a second factor."""
    person = gates.visitor(interaction).person
    if "back" in fields:
        return sign_in.cancel(service, request, interaction)
    person.mfa = ("otp",)
    person.attributes.pop("must_enrol", None)
    _passed_second_factor(interaction)
    return await journey.proceed(service, request, interaction)


async def new_password(
    service: Service, request: Request, interaction: Interaction, fields: dict[str, str]
) -> Response:
    """POST /{tenant}/ChangePassword: current and new password, the latter twice."""
    person = gates.held(interaction).person
    problem = _unfit(person.password, fields)
    if problem:
        values = {"login": person.login, "error": problem, "code": "50055"}
        return journey.show(service, interaction, "change_password.html", **values)
    person.password, person.state = fields["newpasswd"], "active"
    return await journey.proceed(service, request, interaction)


def _unfit(current: str, fields: dict[str, str]) -> str:
    if not hmac.compare_digest(fields.get("currentpasswd", "").encode(), current.encode()):
        return "The current password is incorrect."
    if not fields.get("newpasswd") or fields["newpasswd"] == current:
        return "Choose a password that is different from the current one."
    return "" if fields["newpasswd"] == fields.get("confirmnewpasswd") else "The passwords do not match."


async def stay_signed_in(
    service: Service, request: Request, interaction: Interaction, fields: dict[str, str]
) -> Response:
    """POST /kmsi: Yes makes the session outlive the browser; "Don't show this again" is remembered."""
    yes = fields.get("LoginOptions") == "1" and "no" not in fields
    interaction.notes["kmsi"] = "yes" if yes else "no"
    if fields.get("DontShowAgain"):
        gates.held(interaction).person.attributes["kmsi_never"] = True
    return await journey.proceed(service, request, interaction)


async def consent(service: Service, request: Request, interaction: Interaction, fields: dict[str, str]) -> Response:
    """POST /{tenant}/Consent/Set: Accept, for oneself or (as admin) for everybody; or Cancel."""
    asked, visitor = interaction.request, gates.visitor(interaction)
    if "cancel" in fields:
        service.grants.interactions.pop(interaction.id, None)
        return refuse(service, request, Refusal("consent_declined"), asked)
    if "back" in fields:
        return sign_in.cancel(service, request, interaction)
    if _must_ask_an_admin(interaction):
        return await journey.proceed(service, request, interaction)
    everybody = for_everybody(asked) or (fields.get("consentOnBehalf") and visitor.person.attributes.get("admin"))
    service.grants.consents.add((visitor.tenant.id if everybody else visitor.person.id, asked.get("client_id")))
    interaction.notes["consented"] = True
    return await journey.proceed(service, request, interaction)


def _must_ask_an_admin(interaction: Interaction) -> bool:
    person, asked = gates.visitor(interaction).person, interaction.request
    needed = for_everybody(asked) or asked.registered().settings.get("consent") == "admin"
    return needed and not person.attributes.get("admin")
