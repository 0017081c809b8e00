"""A standard OpenID provider from data: discovery document, claims table, error book and pages of one folder.

Owns what every provider that keeps to the specifications has in common. Knows no vendor: a vendor brings `vendor.toml`,
`discovery.json`, `customers.toml` and, where its pages have element names of their own, `pages/`.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mock_idps.core import transport
from mock_idps.core.standard import description, sites, surface

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp

    from mock_idps.core.model import Directory
    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.walk import Walk


class StandardVendor:
    """A vendor that is data: everything it says stands in the folder of its package."""

    def __init__(self, package_file: str) -> None:
        self.folder = Path(package_file).resolve().parent
        self.name = self.folder.name
        for endpoint, path in sites.endings(self.folder):
            transport.also(endpoint, path)

    @cached_property
    def described(self) -> Description:
        """What the folder says.

        Raises:
            description.BadDescription: A file of the folder cannot be used; one line says which and why.
        """
        return description.read(self.folder)

    @property
    def label(self) -> str:
        """The name people know."""
        return self.described.label

    @property
    def source(self) -> str:
        """The vendor's own page on OpenID Connect."""
        return self.described.source

    @property
    def walk(self) -> Walk:
        """How a person walks the sign-in pages."""
        return self.described.walk

    def hosts(self, directory: Directory) -> Iterable[str]:
        """The host of every endpoint of every issuer of the directory."""
        return sites.hosts(self.described, directory)

    def prepare(self, service: Service) -> None:
        """Order nothing: a key of 2048 bits is made when first asked for, so that no other vendor's key waits for it."""

    def app(self, service: Service) -> ASGIApp:
        """All issuers' endpoints, by host and path."""
        return surface.surface(service, self.described)
