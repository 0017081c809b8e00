"""The issuers of a standard vendor: discovery documents filled in, and which endpoint an address is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mock_idps.core.service import Issuer

if TYPE_CHECKING:
    from mock_idps.core.keys import KeyRing
    from mock_idps.core.model import Directory, Tenant
    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description

WELL_KNOWN = "/.well-known/openid-configuration"

MEMBERS = {
    "authorization_endpoint": "authorize",
    "token_endpoint": "token",
    "userinfo_endpoint": "userinfo",
    "jwks_uri": "jwks",
    "end_session_endpoint": "logout",
    "revocation_endpoint": "revoke",
}
"""Members of the discovery document that are served, and what `Service.note` calls them."""


@dataclass(frozen=True, slots=True)
class Site:
    """One issuer, its discovery document, and where its sign-in pages post."""

    issuer: Issuer
    document: dict[str, Any]
    sign_in: str

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address served, with the name of its endpoint."""
        yield self.issuer.url.rstrip("/") + WELL_KNOWN, "discovery"
        yield self.sign_in, "sign_in"
        for member, endpoint in MEMBERS.items():
            if member in self.document:
                yield self.document[member], endpoint


def of(described: Description, issuer: str) -> Site:
    """The site of an issuer: places of the document are "{issuer}", and "{host}" for its host."""
    filled = _fill(described.document, issuer)
    return Site(Issuer(issuer, f"standard-{issuer}"), json.loads(filled), _fill(described.sign_in.path, issuer))


def _fill(text: str, issuer: str) -> str:
    return text.replace("{issuer}", issuer.rstrip("/")).replace("{host}", urlsplit(issuer).netloc)


def issuer_of(tenant: Tenant) -> str:
    """The issuer of a tenant: its setting "issuer", else the root of its domain."""
    return str(tenant.settings.get("issuer") or f"https://{tenant.domain}")


def every(described: Description, directory: Directory) -> list[Site]:
    """The sites of all issuers of a directory."""
    return [of(described, issuer) for issuer in dict.fromkeys(issuer_of(tenant) for tenant in directory)]


def hosts(described: Description, directory: Directory) -> list[str]:
    """The hosts of all addresses that are served."""
    found = (
        urlsplit(address).hostname or "" for site in every(described, directory) for address, _ in site.addresses()
    )
    return list(dict.fromkeys(found))


def endings(folder: Path) -> list[tuple[str, str]]:
    """What each endpoint's path ends in, for whoever tells endpoints apart by it; [] where nothing can be read."""
    try:
        document = json.loads((folder / "discovery.json").read_text("utf-8"))
    except (OSError, ValueError):
        return []
    parts = ((name, str(document.get(member, "")).replace("{issuer}", "")) for member, name in MEMBERS.items())
    return [(name, urlsplit(address).path) for name, address in parts if address]


def tenants(service: Service, site: Site) -> list[Tenant]:
    """The tenants whose tokens a site issues."""
    return [tenant for tenant in service.directory if issuer_of(tenant) == site.issuer.url]


def ring(service: Service, described: Description, site: Site) -> KeyRing:
    """The keys of a site."""
    return service.ring(site.issuer.ring, bits=described.tokens.key_bits)
