"""The fictional customers as they meet somebody's own app: its origins and redirect URIs instead of the product's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from harness import people
from harness.own_app.placeholders import fill

if TYPE_CHECKING:
    from harness.own_app.description import Description
    from mock_idps.core.model import Directory


@dataclass(frozen=True, slots=True)
class OwnCustomer(people.Organisation):
    """A customer of somebody's own app; `own_origin` and `own_redirect_uri` are where that app lives."""

    own_origin: str = ""
    own_redirect_uri: str = ""

    @property
    def origin(self) -> str:
        """The app's origin for this customer."""
        return self.own_origin

    @property
    def redirect_uri(self) -> str:
        """The redirect URI that the customer's admin registers."""
        return self.own_redirect_uri


def own(customer: people.Organisation, description: Description) -> OwnCustomer:
    """`customer` as a customer of the described app.

    Raises:
        KeyError: The app has no origin in the customer's region.
    """
    origin = description.origins[customer.region]
    named = {
        "idp": customer.idp,
        "organization_id": customer.organization_id,
        "organisation": customer.name,
        "region": customer.region,
    }
    return at(customer, origin, origin + fill(description.callback, named))


def at(customer: people.Organisation, origin: str, redirect_uri: str) -> OwnCustomer:
    """`customer` with these addresses; everything else stays."""
    kept = {field.name: getattr(customer, field.name) for field in fields(people.Organisation)}
    return OwnCustomer(**kept, own_origin=origin, own_redirect_uri=redirect_uri)


def customers(description: Description) -> list[OwnCustomer]:
    """Every customer in a region where the app is."""
    return [own(it, description) for it in people.ORGANISATIONS if it.region in description.origins]


def register(directories: Mapping[str, Directory], description: Description) -> None:
    """Let every customer's admin have registered the described app, in place of the product."""
    for customer in customers(description):
        found = directories[customer.idp].app(people.client_id(customer))
        if found is None:
            raise LookupError(f'the directory of "{customer.name}" holds no app registration')
        _, app = found
        app.name = description.name
        app.auth_method = description.connection.auth_method or app.auth_method
        app.redirect_uris = (customer.redirect_uri,)
        app.post_logout_redirect_uris = tuple(customer.origin + path for path in description.signed_out_paths)
        app.initiate_login_uri = customer.origin + "/"
        app.backchannel_logout_uri = app.frontchannel_logout_uri = None
