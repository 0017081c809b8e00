"""The product's support: changes what the app under test has configured for a customer.

Only targets with the capability "adjustable" have one; it is undone at the world's next reset.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from harness.people import Organisation
    from harness.world import World


class Adjustable(Protocol):
    """What a running target with the capability "adjustable" can do."""

    def change_connection(self, customer: Organisation, changes: dict[str, Any]) -> None:
        """Change fields of the customer's connection."""

    def change_organisation(self, customer: Organisation, changes: dict[str, Any]) -> None:
        """Change fields of the customer's organisation."""

    def take_on(self, customer: Organisation, issuer: str) -> None:
        """Configure a further organisation that signs in at `issuer`."""

    def give_up_after(self, seconds: float) -> None:
        """Wait no longer than that for an issuer."""

    def member(self, email: str, role: str, status: str) -> object:
        """An invitation, or a member switched off, as the target keeps it."""


class Support:
    """Acts for one customer."""

    def __init__(self, world: World, customer: Organisation) -> None:
        self._world = world
        self._customer = customer

    @property
    def _app(self) -> Adjustable:
        return cast("Adjustable", self._world.running)

    def changes_connection(self, **changes: Any) -> None:
        """Change fields of the connection, such as response_mode, scopes or client_secret."""
        self._app.change_connection(self._customer, changes)

    def changes_organisation(self, **changes: Any) -> None:
        """Change fields of the organisation, such as admits or email_domains."""
        self._app.change_organisation(self._customer, changes)

    def maps_group(self, group: str, role: str) -> None:
        """Give members of a group a role."""
        self.changes_organisation(group_roles={group: role})

    def admits_only(self, email: str, role: str = "member") -> None:
        """Admit only the person invited under this address."""
        self.changes_organisation(admits="invited", members=(self._app.member(email, role, "invited"),))

    def invites(self, email: str, role: str = "member") -> None:
        """Invite a person; others are admitted too."""
        self.changes_organisation(members=(self._app.member(email, role, "invited"),))

    def switches_off(self, email: str) -> None:
        """Switch off a person's access."""
        self.changes_organisation(members=(self._app.member(email, "member", "disabled"),))

    def takes_on(self, customer: Organisation, issuer: str) -> None:
        """Configure a further organisation that signs in at `issuer`."""
        self._app.take_on(customer, issuer)

    def gives_up_after(self, seconds: float) -> None:
        """Wait no longer than that for any issuer."""
        self._app.give_up_after(seconds)
