"""The nouns of a directory: tenants, people, groups and the apps registered there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Claims = dict[str, Any]
"""Claims of a token or of a userinfo answer, in wire order."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a tenant: its immutable id and the name people see."""

    id: str
    name: str


@dataclass(slots=True)
class Person:
    """Somebody with an account in one tenant.

    `login` is what is typed on the sign-in page. `id` is the vendor's own user id (Entra `oid`, Okta `00u…`,
    JumpCloud ObjectId). `email` is None when the mail attribute is empty. `state` is "active" or one of the vendor's
    names for an account that cannot sign in. `mfa` lists second factors that the vendor will ask for.
    `attributes` holds whatever else the vendor keeps of a person.
    """

    login: str
    id: str
    name: str
    given_name: str = ""
    family_name: str = ""
    email: str | None = None
    password: str = "correct horse"
    groups: tuple[Group, ...] = ()
    state: str = "active"
    mfa: tuple[str, ...] = ()
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class AppRegistration:
    """A relying party as a tenant's admin registered it.

    `auth_method` is None when the vendor accepts every method it advertises. `assigned` names the logins that may use
    the app; None means everybody of the tenant. `settings` holds the vendor's own switches for an app.
    """

    client_id: str
    client_secret: str
    name: str = "Pelanor"
    redirect_uris: tuple[str, ...] = ()
    post_logout_redirect_uris: tuple[str, ...] = ()
    initiate_login_uri: str | None = None
    frontchannel_logout_uri: str | None = None
    backchannel_logout_uri: str | None = None
    auth_method: str | None = None
    assigned: frozenset[str] | None = None
    state: str = "active"
    settings: dict[str, Any] = field(default_factory=dict)

    def admits(self, person: Person) -> bool:
        """Say whether `person` is assigned to this app."""
        return self.assigned is None or person.login in self.assigned


@dataclass(slots=True)
class Tenant:
    """One customer's directory at a vendor.

    `id` is the vendor's immutable id (Entra tenant GUID, Okta `00o…`, JumpCloud organisation id). `domain` is the name
    customers know it by (`acme.onmicrosoft.com`, `acme.okta.com`). `region` matters to vendors that have several.
    `settings` holds the vendor's own switches for a tenant.
    """

    id: str
    domain: str
    name: str
    region: str = "us"
    people: list[Person] = field(default_factory=list)
    apps: list[AppRegistration] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)

    def person(self, login: str) -> Person | None:
        """The person who signs in as `login` (case does not matter), or None."""
        wanted = login.strip().casefold()
        return next((person for person in self.people if person.login.casefold() == wanted), None)

    def app(self, client_id: str) -> AppRegistration | None:
        """The app registered under `client_id`, or None."""
        return next((app for app in self.apps if app.client_id == client_id), None)


@dataclass(slots=True)
class Directory:
    """Everything that one vendor's mock knows about its customers."""

    tenants: list[Tenant] = field(default_factory=list)

    def __iter__(self) -> Iterator[Tenant]:
        return iter(self.tenants)

    def tenant(self, name: str) -> Tenant | None:
        """The tenant whose id or domain is `name`, or None."""
        wanted = name.casefold()
        return next((it for it in self.tenants if wanted in (it.id.casefold(), it.domain.casefold())), None)

    def app(self, client_id: str) -> tuple[Tenant, AppRegistration] | None:
        """The app registered under `client_id` in any tenant, with its tenant, or None."""
        for tenant in self.tenants:
            if app := tenant.app(client_id):
                return tenant, app
        return None


Settings = Mapping[str, Any]
"""Switches of a vendor, each documented beside the fact that makes it one."""
