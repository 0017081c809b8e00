"""A person at the sign-in pages: the open interaction, the password, and what may still stand in the way."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.model import Person, Tenant
    from mock_idps.core.service import Service

WRONG_PASSWORDS_BEFORE_LOCK = 10
"""Wrong passwords in a row after which an account locks; the vendors' own numbers are policies of their tenants."""


@dataclass(slots=True)
class Interaction:
    """A sign-in that is under way in one browser: the request it answers and how far the person has come.

    `id` travels in the pages; `opened_at` is in seconds; `notes` is the vendor's own scratch space.
    """

    id: str
    request: AuthorizationRequest
    opened_at: int
    login: str = ""
    tenant: Tenant | None = None
    person: Person | None = None
    methods: list[str] = field(default_factory=list)
    authentication: Authentication | None = None
    notes: dict[str, Any] = field(default_factory=dict)


def open_interaction(service: Service, request: AuthorizationRequest, *, identifier: str | None = None) -> Interaction:
    """Remember a request whose person has yet to sign in."""
    interaction = Interaction(identifier or service.token(43), request, service.now(), tenant=request.tenant)
    service.grants.interactions[interaction.id] = interaction
    return interaction


def resume(service: Service, identifier: str) -> Interaction:
    """The open interaction called `identifier`.

    Raises:
        Refusal: "interaction_unknown" when it is finished, forgotten or made up.
    """
    found = service.grants.interactions.get(identifier)
    if not isinstance(found, Interaction):
        raise Refusal("interaction_unknown")
    return found


def identify(tenant: Tenant, login: str) -> Person:
    """Find the person who typed `login`.

    Raises:
        Refusal: "person_unknown".
    """
    person = tenant.person(login)
    if person is None:
        raise Refusal("person_unknown", login=login, tenant=tenant.name)
    return person


def check_password(person: Person, password: str) -> None:
    """Check a password; the account's state is the vendor's next question.

    Raises:
        Refusal: "password_wrong", or "person_locked" after too many in a row.
    """
    failed = int(person.attributes.get("wrong_passwords", 0))
    if failed >= WRONG_PASSWORDS_BEFORE_LOCK:
        raise Refusal("person_locked", login=person.login)
    if not hmac.compare_digest(password.encode(), person.password.encode()):
        person.attributes["wrong_passwords"] = failed + 1
        raise Refusal("password_wrong", login=person.login)
    person.attributes["wrong_passwords"] = 0


def check_state(person: Person) -> None:
    """Check that the account may sign in.

    Raises:
        Refusal: "person_" followed by the state ("person_locked", "person_disabled", …).
    """
    if person.state != "active":
        raise Refusal(f"person_{person.state}", login=person.login)


def check_assignment(request: AuthorizationRequest, person: Person) -> None:
    """Check that the person may use the app.

    Raises:
        Refusal: "person_not_assigned".
    """
    app = request.registered()
    if not app.admits(person):
        raise Refusal("person_not_assigned", login=person.login, client_id=app.client_id, app_name=app.name)
