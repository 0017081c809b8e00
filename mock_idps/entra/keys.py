"""Signing keys with their certificates: `kid` is the certificate's thumbprint, and several keys are always valid.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover; the captured key sets in
github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet OpenIdConfigData.cs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mock_idps.core.keys import self_signed, thumbprint
from mock_idps.entra import authority, documents
from mock_idps.entra.authority import CONSUMER_RING, CONSUMERS

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import rsa

    from mock_idps.core.keys import KeyRing, SigningKey
    from mock_idps.core.model import Tenant
    from mock_idps.core.service import Service
    from mock_idps.entra.authority import Authority

COUNT = 2
"""Keys published per cloud; the real service publishes four and more, which would only cost start-up time."""

WORK = "accounts.accesscontrol.windows.net"
PERSONAL = "Live ID STS Signing Public Key"


@dataclass(slots=True)
class Certified:
    """Names a key by its certificate's thumbprint, and keeps the certificate (DER) under that name.

    `clock` gives seconds since 1970; certificates are valid from 30 days before, for five years.
    """

    common_name: str
    clock: Callable[[], float]
    by_kid: dict[str, bytes] = field(default_factory=dict)

    def __call__(self, private: rsa.RSAPrivateKey) -> str:
        """The name of `private`, certified at this moment."""
        certificate = self_signed(private, self.common_name, self.clock())
        kid = thumbprint(certificate)
        self.by_kid[kid] = certificate
        return kid


def ring(service: Service, name: str) -> KeyRing:
    """The keys of a cloud (`name` is its sign-in host) or of personal accounts (`CONSUMER_RING`)."""
    consumer = name == CONSUMER_RING
    naming = Certified(PERSONAL if consumer else WORK, service.clock)
    return service.ring(name, count=1 if consumer else COUNT, kid=naming)


def certificate(made: KeyRing, kid: str) -> bytes:
    """The certificate (DER) of a ring's key.

    Raises:
        KeyError: The ring has no such key, or was not made here.
    """
    if not isinstance(made.naming, Certified):
        raise KeyError(f'the key ring of "{kid}" makes no certificates')
    return made.naming.by_kid[kid]


async def signing(service: Service, tenant: Tenant) -> SigningKey:
    """The key that signs a tenant's tokens."""
    return await ring(service, authority.issuer(tenant).ring).signing()


async def jwks(service: Service, where: Authority, *, v1: bool) -> documents.Document:
    """The key set of an authority; the signing key is not the first, since the order means nothing.

    "common" also publishes the keys of personal accounts, whose `issuer` is concrete; "consumers" only those.
    """
    rings = [] if where.name in {"consumers", CONSUMERS} else [where.cloud.login]
    if where.name in {"common", "consumers", CONSUMERS} and not v1:
        rings.append(CONSUMER_RING)
    return {"keys": [told for name in rings for told in await _told(service, where, name, v1=v1)]}


async def _told(service: Service, where: Authority, name: str, *, v1: bool) -> list[documents.Document]:
    made = ring(service, name)
    issuer = None if v1 else documents.key_issuer(where, consumer=name == CONSUMER_RING)
    keys = reversed(await made.keys())
    return [documents.public_key(key, certificate(made, key.kid), issuer) for key in keys]
