"""The customer's administrator at the IdP: changes people, groups, secrets and keys, in the words of any vendor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from harness import people
from harness.lost_way import LostTheWay
from mock_idps.core import logout_token
from mock_idps.core.model import AppRegistration, Group, Person, Tenant

if TYPE_CHECKING:
    from harness.world import World
    from mock_idps.core.service import Minted, Service

GROUP_SETTINGS: dict[str, dict[str, Any]] = {
    "entra": {"group_membership_claims": "SecurityGroup"},
    "okta": {"groups_claim": {"match": "REGEX", "value": ".*"}},
    "jumpcloud": {"group_claim": "groups"},
}
"""What an app's admin switches on at each vendor so that tokens carry groups."""

GROUP_SCOPES = {"okta": ("openid", "profile", "email", "groups")}
"""What the app must ask for beside that, where the vendor wants it asked."""

REFRESH_SETTINGS: dict[str, dict[str, Any]] = {
    "okta": {
        "grant_types": ("authorization_code", "refresh_token"),
        "refresh_rotation": "ROTATE",
        "refresh_grace_seconds": 0,
    },
    "jumpcloud": {"refresh_token": True},
}
"""What an app's admin switches on so that refresh tokens are given out, at Okta each of them for one use."""


class Administrator:
    """Acts on one customer's tenant; whatever is changed here is forgotten at the world's next reset."""

    def __init__(self, world: World, customer: people.Organisation) -> None:
        self._world = world
        self.customer = customer

    @property
    def service(self) -> Service:
        """The customer's issuer."""
        return self._world.services[self.customer.idp]

    @property
    def tenant(self) -> Tenant:
        """The customer's tenant."""
        return next(it for it in self.service.directory if it.app(people.client_id(self.customer)))

    @property
    def registration(self) -> AppRegistration:
        """The product as it is registered in the tenant."""
        found = self.tenant.app(people.client_id(self.customer))
        if found is None:
            raise LookupError(f'"{self.customer.name}" has no app registration')
        return found

    def person(self, name: str) -> Person:
        """The person called `name`, such as "alice".

        Raises:
            LookupError: The tenant has nobody of that name.
        """
        found = self.tenant.person(people.login(name, self.customer))
        if found is None:
            raise LookupError(f'nobody called "{name}" at "{self.customer.name}"')
        return found

    def changes(self, who: str, /, **attributes: Any) -> None:
        """Change attributes of a person, such as email or name."""
        person = self.person(who)
        for attribute, value in attributes.items():
            setattr(person, attribute, value)

    def puts_in_groups(self, name: str, *groups: str) -> None:
        """Make a person a member of exactly these groups."""
        self.person(name).groups = tuple(self.group(group) for group in groups)

    def puts_in_many_groups(self, name: str, count: int) -> None:
        """Make a person a member of `count` more groups."""
        person = self.person(name)
        person.groups += tuple(self.group(f"Team {number}") for number in range(count))

    def group(self, name: str) -> Group:
        """A group of the tenant under the id it always has."""
        made = self.customer.identifier(f"group-{name}")
        shapes = {"entra": str(made), "okta": f"00g{made.hex[:17]}"}
        return Group(shapes.get(self.customer.idp, made.hex[:24]), name)

    def group_as_told(self, name: str) -> str:
        """What stands for a group in this vendor's tokens: the object id at Entra, the name elsewhere."""
        return self.group(name).id if self.customer.idp == "entra" else name

    def sends_groups(self) -> tuple[str, ...] | None:
        """Switch on groups in tokens; returns the scopes that the app must ask for, None for its usual ones."""
        self.registration.settings.update(GROUP_SETTINGS.get(self.customer.idp, {}))
        return GROUP_SCOPES.get(self.customer.idp)

    def grants_refresh_tokens(self) -> None:
        """Let the app have refresh tokens, once it asks for "offline_access"."""
        self.registration.settings.update(REFRESH_SETTINGS.get(self.customer.idp, {}))

    def withdraws_refresh_tokens(self) -> None:
        """Take back every refresh token that was given out."""
        for token in self.service.grants.refresh_tokens.values():
            token.revoked = True

    def changes_secret(self, secret: str) -> None:
        """Give the app registration another client secret."""
        self.registration.client_secret = secret

    def registers_also(self, customer: people.Organisation) -> None:
        """Register the product once more in this tenant, for a subsidiary with an organisation of its own."""
        assigned = self.registration.assigned
        self.tenant.apps.append(
            replace(
                self.registration,
                client_id=people.client_id(customer),
                client_secret=people.client_secret(customer),
                redirect_uris=(customer.redirect_uri,),
                settings=dict(self.registration.settings),
                assigned=assigned,
            )
        )

    def rotates_keys(self, *, keep_old: bool = False) -> None:
        """Have the issuer sign with new keys from now on; the old ones are gone unless kept."""
        for ring in self.service.rings.values():
            self._world.run(ring.rotate(keep_old=keep_old))
        self.service.kept.clear()

    def logout_token(self) -> str:
        """A logout token for the newest sign-in, with whatever lie is in force."""
        return logout_token.mint(self.service, self.newest_id_token)

    @property
    def newest_id_token(self) -> Minted:
        """The ID token given out last.

        Raises:
            LostTheWay: There was none since the scenario began.
        """
        if not self.service.minted:
            raise LostTheWay("the login never came as far as an ID token")
        return self.service.minted[-1]

    def announces_logout(self) -> int:
        """Post a logout token for the newest sign-in to the app; the status of its answer (Back-Channel Logout 1.0, 2.5)."""
        form = {"logout_token": self.logout_token()}
        client, address = self.service.outbound, self.registration.backchannel_logout_uri
        if client is None or address is None:
            raise LookupError("the issuer has no way to the app, or the app registered no address for logout tokens")
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8"
        }  # as HTTP clients in Java write it
        return self._world.run(client.post(address, data=form, headers=headers)).status_code
