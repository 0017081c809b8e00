"""The values a description may name in braces, such as {issuer}, and how they are filled in."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness import people
from harness.own_app.endpoints import NAMES as ENDPOINTS

if TYPE_CHECKING:
    from harness.own_app.customers import OwnCustomer

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

MEANINGS = {
    "issuer": "the issuer URL, as it stands in the ID token",
    "discovery_url": "the issuer's discovery document",
    **ENDPOINTS,
    "client_id": "the client id the IdP gave out",
    "client_secret": "the client secret",
    "redirect_uri": "the redirect URI registered at the IdP",
    "origin": "the app's public origin for this customer",
    "host": "the host of that origin",
    "idp": "entra, okta, jumpcloud or generic",
    "idp_host": "the customer's own host at the IdP (Okta's domain)",
    "tenant_id": "the IdP's id of the customer",
    "organisation": "what a person types as organisation name",
    "organization_id": "the id in the redirect URI",
    "display_name": "the customer's name for people",
    "domain": "the customer's mail domain",
    "region": "us or eu",
    "port": "a free port of this machine, chosen for this app",
    "folder": "a private folder that lives as long as the app",
    "here": "the folder of the description",
    "python": "the Python that runs the harness",
    "proxy_url": "the proxy by which the issuers are reached",
    "ca_bundle": "the PEM file of the run's certificate authority",
}
"""Every placeholder and what it stands for; docs and errors list these."""

OF_THE_MACHINE = ("port", "folder", "here", "python", "proxy_url", "ca_bundle")
"""The placeholders that are the same for every customer."""

FOR_A_PERSON = ("organisation", "path", "login", "password", "idp", "region", "organization_id", "display_name")
"""The placeholders of a person's steps."""


def of_customer(customer: OwnCustomer) -> dict[str, str]:
    """The values that belong to one customer's connection."""
    issuer = people.issuer(customer)
    return {
        "issuer": issuer,
        "discovery_url": issuer.removesuffix("/") + "/.well-known/openid-configuration",
        "client_id": people.client_id(customer),
        "client_secret": people.client_secret(customer),
        "redirect_uri": customer.redirect_uri,
        "origin": customer.origin,
        "host": customer.origin.removeprefix("https://"),
        "idp": customer.idp,
        "idp_host": customer.host,
        "tenant_id": people.tenant_id(customer),
        "organisation": customer.name,
        "organization_id": customer.organization_id,
        "display_name": customer.display_name,
        "domain": customer.domain,
        "region": customer.region,
    }


def of_machine(*, port: int, folder: Path, here: Path, proxy_url: str, ca_bundle: Path) -> dict[str, str]:
    """The values that belong to one started app."""
    return {
        "port": str(port),
        "folder": str(folder),
        "here": str(here),
        "python": sys.executable,
        "proxy_url": proxy_url,
        "ca_bundle": str(ca_bundle),
    }


def named(text: str) -> list[str]:
    """The placeholders that stand in `text`."""
    return _PLACEHOLDER.findall(text)


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with every known placeholder filled in; others stay as they are."""
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def fill_all(value: Any, values: Mapping[str, str]) -> Any:
    """JSON-like data with every string in it filled in."""
    if isinstance(value, str):
        return fill(value, values)
    if isinstance(value, dict):
        return {fill(key, values): fill_all(item, values) for key, item in value.items()}
    if isinstance(value, list):
        return [fill_all(item, values) for item in value]
    return value
