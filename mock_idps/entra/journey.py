"""One person's way through the sign-in pages: gate after gate, then back to the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mock_idps.core.refusal import Refusal
from mock_idps.entra import clouds, completion, gates, sessions
from mock_idps.entra.answers import form_page, refuse, wording
from mock_idps.entra.sign_in_errors import ERRORS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service
    from mock_idps.core.signing_in import Interaction


async def proceed(service: Service, request: Request, interaction: Interaction) -> Response:
    """Pass the gates; the first that has a question asks it, and when none has, the app gets its answer."""
    try:
        for gate in gates.GATES:
            step = gate(service, interaction)
            if step is not None:
                return sessions.set_cookies(interaction, _ask(service, interaction, step))
    except Refusal as refusal:
        return sessions.set_cookies(interaction, _refused(service, request, interaction, refusal))
    service.grants.interactions.pop(interaction.id, None)
    return sessions.set_cookies(interaction, await completion.complete(service, request, interaction))


def _ask(service: Service, interaction: Interaction, step: gates.Step) -> Response:
    if interaction.notes.get("silent"):
        raise Refusal(step.silent, **gates.silent_detail(interaction))
    return show(service, interaction, step.template, **step.values)


def _refused(service: Service, request: Request, interaction: Interaction, refusal: Refusal) -> Response:
    wire = wording(refusal, interaction.request.tenant)
    if wire.place == "inline":
        interaction.authentication = None
        return sign_in_page(service, interaction, error=wire.text(refusal.detail), code=wire.code)
    return refuse(service, request, refusal, interaction.request)


def show(service: Service, interaction: Interaction, template: str, **values: Any) -> Response:
    """A page of this interaction; it travels as "ctx", and every form gets fresh "flowToken" and "canary"."""
    known = {"error": "", "code": "", "authority": interaction.request.extra["authority"]} | values
    made = service.token(160)
    fresh = {"ctx": interaction.id, "flow_token": made[:120], "canary": made[120:]}
    return form_page(service, template, known, fresh, clouds.BY_NAME[interaction.request.extra["cloud"]].login)


def sign_in_page(
    service: Service,
    interaction: Interaction,
    *,
    step: str = "email",
    error: str = "",
    code: str = "",
) -> Response:
    """The sign-in page at its email or password step; a fresh page carries code "50058" like the real one."""
    return show(
        service,
        interaction,
        "sign_in.html",
        step=step,
        login=interaction.login,
        error=error,
        code=code or "50058",
        unknown=ERRORS["person_unknown"].description,
    )


def picker(service: Service, interaction: Interaction, here: list[Authentication]) -> Response:
    """The page "Pick an account": a tile per signed-in account, and one for another."""
    return show(service, interaction, "pick_account.html", accounts=[it.person for it in here])
