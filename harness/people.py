"""The fictional customers: organisations, the people who work there, and their directories at each vendor."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mock_idps.core.customers import Brought, brought
from mock_idps.core.model import AppRegistration, Directory, Group, Person, Tenant

PASSWORD = "correct horse battery staple"
"""Everybody's password."""

GIVEN_NAMES = ("Alice", "Bob", "Uma")
"""Who works at every customer."""

ORIGINS = {"us": "https://app.pelanor.io", "eu": "https://app-eu.pelanor.io"}
"""Where the product lives, by region."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A customer of the product.

    `name` is what a person types at sign-in; `organization_id` stands in the redirect URI and may hold hyphens. `host` is
    the customer's own host name at the vendor, where the vendor gives one. `parent_domain` is where a subsidiary's people have their mail.
    """

    name: str
    organization_id: str
    display_name: str
    idp: str
    region: str
    host: str = ""
    parent_domain: str = ""

    @property
    def origin(self) -> str:
        """The product's origin for this organisation."""
        return ORIGINS[self.region]

    @property
    def redirect_uri(self) -> str:
        """The redirect URI that the customer's admin registers."""
        return f"{self.origin}/api/auth/callback/{self.idp}-{self.organization_id}"

    @property
    def slug(self) -> str:
        """IdP and organization_id, as they stand together in addresses of the app."""
        return f"{self.idp}-{self.organization_id}"

    @property
    def given(self) -> Brought | None:
        """What a vendor's folder says of this customer, where a folder brought it along."""
        return _BROUGHT.get(self.name)

    @property
    def domain(self) -> str:
        """The customer's mail domain."""
        return self.parent_domain or f"{self.name}.example"

    def subsidiary(self, name: str, organization_id: str) -> Organisation:
        """A further organisation of the same IdP tenant and region."""
        return Organisation(name, organization_id, self.display_name, self.idp, self.region, self.host, self.domain)

    def identifier(self, what: str) -> uuid.UUID:
        """A stable identifier for something of this organisation: the same in every run."""
        return uuid.uuid5(uuid.NAMESPACE_DNS, f"{what}.{self.name}.example")


_BROUGHT = {it.name: it for it in brought()}

ORGANISATIONS = (
    Organisation("acme", "acme-corp", "Acme Corporation", "entra", "us"),
    Organisation("globex", "globex-42", "Globex", "okta", "us", "globex.okta.com"),
    Organisation("initech", "initech-hq", "Initech", "jumpcloud", "us"),
    Organisation("umbrella", "umbrella-labs-1", "Umbrella Labs", "generic", "us", "login.umbrella.example"),
    Organisation("nordwind", "nordwind-ag", "Nordwind AG", "entra", "eu"),
    Organisation("altostrat", "altostrat-eu-2", "Altostrat", "okta", "eu", "altostrat.okta.com"),
    Organisation("cymbal", "cymbal-emea", "Cymbal", "jumpcloud", "eu"),
    Organisation("fjordbank", "fjord-bank", "Fjord Bank", "generic", "eu", "login.fjordbank.example"),
    *(
        Organisation(it.name, it.organization_id, it.display_name, it.idp, it.region, it.host)
        for it in _BROUGHT.values()
    ),
)
"""One customer per IdP and region."""

ON_REQUEST = frozenset(it.idp for it in _BROUGHT.values() if it.on_request)
"""IdPs whose customers are rehearsed only where the IdP is asked for by name."""


def organisation(idp: str, region: str) -> Organisation:
    """The customer that signs in with `idp` in `region`."""
    return next(it for it in ORGANISATIONS if (it.idp, it.region) == (idp, region))


def named(name: str) -> Organisation:
    """The customer whose organisation name is `name`.

    Raises:
        KeyError: There is none.
    """
    found = next((it for it in ORGANISATIONS if it.name == name), None)
    if found is None:
        raise KeyError(f'no organisation "{name}"; there are {", ".join(it.name for it in ORGANISATIONS)}')
    return found


def login(person: str, customer: Organisation) -> str:
    """What `person` types as user name at the customer's IdP."""
    return f"{person}@{customer.domain}"


def directories() -> dict[str, Directory]:
    """A fresh directory per vendor: every customer's tenant, people, groups and app registration."""
    by_idp: dict[str, Directory] = {}
    for customer in ORGANISATIONS:
        by_idp.setdefault(customer.idp, Directory()).tenants.append(_tenant(customer))
    return by_idp


def client_secret(customer: Organisation) -> str:
    """The secret of the customer's app registration; in the characters vendors use."""
    return f"{customer.identifier('secret').hex[:20]}~{customer.identifier('pepper').hex[:16]}_-."


def client_id(customer: Organisation) -> str:
    """The client id of the customer's app registration, in the vendor's shape."""
    made = customer.identifier("app")
    if customer.given is not None and customer.given.client_id:
        letters = made.hex.translate(str.maketrans("0123456789", "ghijklmnop"))
        return customer.given.client_id.format(digits=str(made.int)[:12], letters=letters)
    return f"0oa{made.hex[:17]}" if customer.idp == "okta" else str(made)


def tenant_id(customer: Organisation) -> str:
    """The vendor's id of the customer's tenant, in the vendor's shape."""
    return _vendor_id(customer, "tenant", "00o")


def issuer(customer: Organisation) -> str:
    """The issuer that the customer's tokens carry."""
    if customer.given is not None:
        return customer.given.issuer
    if customer.idp == "entra":
        return f"https://login.microsoftonline.com/{tenant_id(customer)}/v2.0"
    if customer.idp == "jumpcloud":
        return "https://oauth.id.jumpcloud.com/" if customer.region == "us" else "https://oauth.id.eu.jumpcloud.com/"
    return f"https://{customer.host}"


def _vendor_id(customer: Organisation, what: str, okta_prefix: str) -> str:
    made = customer.identifier(what)
    if customer.given is not None:
        return {"uuid": str(made), "digits": str(made.int)[:21], "hex": made.hex[:24]}[customer.given.id_shape]
    if customer.idp == "entra":
        return str(made)
    if customer.idp == "okta":
        return f"{okta_prefix}{made.hex[:17]}"
    return made.hex[:24]


def _group(customer: Organisation, name: str) -> Group:
    return Group(_vendor_id(customer, f"group-{name}", "00g"), name)


def _person(customer: Organisation, given: str, family: str, groups: tuple[str, ...]) -> Person:
    address = login(given.lower(), customer)
    return Person(
        login=address,
        id=_vendor_id(customer, f"person-{given.lower()}", "00u"),
        name=f"{given} {family}",
        given_name=given,
        family_name=family,
        email=address,
        password=PASSWORD,
        groups=tuple(_group(customer, name) for name in groups),
    )


def _tenant(customer: Organisation) -> Tenant:
    people = [
        _person(customer, "Alice", "Anders", ("Everyone", "Pelanor Admins")),
        _person(customer, "Bob", "Berg", ("Everyone",)),
        _person(customer, "Uma", "Unassigned", ("Everyone",)),
    ]
    app = AppRegistration(
        client_id=client_id(customer),
        client_secret=client_secret(customer),
        name="Pelanor",
        redirect_uris=(customer.redirect_uri,),
        post_logout_redirect_uris=(f"{customer.origin}/signed-out",),
        initiate_login_uri=f"{customer.origin}/api/auth/initiate",
        backchannel_logout_uri=f"{customer.origin}/api/auth/logout/back-channel/{customer.slug}",
        frontchannel_logout_uri=f"{customer.origin}/api/auth/logout/front-channel/{customer.slug}",
        assigned=frozenset({people[0].login, people[1].login}),
        settings=dict(customer.given.app) if customer.given is not None else {},
    )
    settings: Mapping[str, Any] = {} if customer.given is None else {"issuer": customer.given.issuer}
    if customer.idp == "okta":
        settings = {"custom_domain": f"login.{customer.domain}"}  # hosts are known when the world starts
    return Tenant(
        id=tenant_id(customer),
        domain=customer.host or customer.domain,
        name=customer.display_name,
        region=customer.region,
        people=people,
        apps=[app],
        settings=dict(settings),
    )
