"""One step of a person through the sign-in pages: the form that came, and the sign-in it belongs to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from mock_idps.core import signing_in
from mock_idps.core.refusal import Refusal, worded
from mock_idps.core.service import Service
from mock_idps.okta import screens
from mock_idps.okta.page_errors import SIGN_IN
from mock_idps.okta.servers import host_org

if TYPE_CHECKING:
    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.signing_in import Interaction

SIGN_IN_LIVES = 3600
"""Seconds that a sign-in page stays usable; not attested, hence the switch `sign_in_seconds` of the tenant."""

Endpoint = Callable[[Service, Request], Coroutine[Any, Any, Response]]


@dataclass(slots=True)
class Step:
    """A form that a person sent from one of the sign-in pages."""

    service: Service
    request: Request
    interaction: Interaction
    form: dict[str, str]

    @property
    def tenant(self) -> Tenant:
        """The org that the person signs in to."""
        return self.interaction.request.home()

    @property
    def person(self) -> Person:
        """Who was identified.

        Raises:
            Refusal: "interaction_unknown": the step came before its turn.
        """
        if self.interaction.person is None:
            raise Refusal("interaction_unknown")
        return self.interaction.person


def said(refusal: Refusal) -> str:
    """The sentence of a refusal on the sign-in pages."""
    return worded(SIGN_IN, refusal).text(refusal.detail)


def step(act: Callable[[Step], Awaitable[Response]]) -> Endpoint:
    """An endpoint of `act`: it finds the sign-in of the form, and shows the page of an expired one otherwise."""

    @wraps(act)
    async def endpoint(service: Service, request: Request) -> Response:
        form = dict(request.query_params)
        form |= {name: str(value) for name, value in (await request.form()).multi_items()}
        try:
            state = form.get("stateHandle") or form.get("stateToken", "")
            return await act(Step(service, request, resume(service, request, state), form))
        except Refusal as refusal:
            return screens.terminal(host_org(service, request)[0], said(refusal))

    return endpoint


def resume(service: Service, request: Request, state: str) -> Interaction:
    """The open sign-in behind a state handle, at this host.

    Raises:
        Refusal: "interaction_unknown", also when the page was left open too long.
    """
    tenant, _ = host_org(service, request)
    interaction = signing_in.resume(service, state)
    if interaction.request.tenant is not tenant or is_stale(service, interaction):
        raise Refusal("interaction_unknown")
    return interaction


def is_stale(service: Service, interaction: Interaction) -> bool:
    """Whether a sign-in was left open longer than `sign_in_seconds`."""
    lives = interaction.request.home().settings.get("sign_in_seconds", SIGN_IN_LIVES)
    return service.now() - interaction.opened_at > int(lives)
