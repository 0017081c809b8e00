"""The regions of JumpCloud: one issuer, one console and one key set for all organisations of a region.

Sources: knowledge.catonetworks.com/configuring-jumpcloud-sso-for-your-account (the three issuers, read July 2026),
github.com/netdata/netdata-cloud/issues/1098 (one issuer for all customers). There is no region in Australia.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mock_idps.core.service import Issuer

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import rsa

    from mock_idps.core.keys import KeyRing
    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service

KEY_BITS = 4096
"""Ory Hydra makes RSA keys of 4096 bits (github.com/ory/hydra v2.2.0, oauth2/handler.go)."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region by the part of the host names that tells it ("", ".eu", ".in")."""

    name: str
    infix: str

    @property
    def issuer_host(self) -> str:
        """The host of issuer, token and userinfo endpoints."""
        return f"oauth.id{self.infix}.jumpcloud.com"

    @property
    def console_host(self) -> str:
        """The host of sign-in pages and user portal."""
        return f"console{self.infix}.jumpcloud.com"

    @property
    def base(self) -> str:
        """The issuer without its slash, to which paths are added."""
        return f"https://{self.issuer_host}"

    @property
    def console(self) -> str:
        """The console, to which paths are added."""
        return f"https://{self.console_host}"

    @property
    def issuer(self) -> Issuer:
        """What stands in `iss`: it always ends in a slash."""
        return Issuer(f"{self.base}/", f"jumpcloud-{self.name}")


REGIONS = {name: Region(name, infix) for name, infix in (("us", ""), ("eu", ".eu"), ("in", ".in"))}
"""All regions by name."""

BY_HOST = {host: region for region in REGIONS.values() for host in (region.issuer_host, region.console_host)}
"""All regions by each of their hosts."""


def tenants(service: Service, region: Region) -> list[Tenant]:
    """The organisations of a region."""
    return [tenant for tenant in service.directory if tenant.region == region.name]


def switch(service: Service, region: Region, name: str, default: Any) -> Any:
    """A switch that holds for a whole region: set by any of its organisations, else `default`."""
    found = (tenant.settings[name] for tenant in tenants(service, region) if name in tenant.settings)
    return next(found, default)


def kid_told(service: Service, region: Region, kid: str) -> str:
    """A key's `kid` as it stands on the wire: switch `kid_form` of the region ("uuid" as in Hydra 2, or "public" as in Hydra 1)."""
    return f"public:{kid}" if switch(service, region, "kid_form", "uuid") == "public" else kid


def kid(private: rsa.RSAPrivateKey) -> str:
    """A kid in the form of Hydra 2: a bare UUID, derived from the key."""
    text = f"{private.public_key().public_numbers().n:x}"
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:32]}"


def ring(service: Service, region: Region) -> KeyRing:
    """The region's keys: the first signs ID tokens, the last signs access tokens where they are JWTs."""
    return service.ring(region.issuer.ring, bits=KEY_BITS, count=2, kid=kid)
