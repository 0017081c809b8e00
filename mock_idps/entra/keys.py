"""Signing keys with their certificates: `kid` is the certificate's thumbprint, and several keys are always valid.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/signing-key-rollover; the captured key sets in
github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet OpenIdConfigData.cs.
"""

from __future__ import annotations

from functools import partial
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


def ring(service: Service, name: str) -> KeyRing:
    """The keys of a cloud (`name` is its sign-in host) or of personal accounts (`CONSUMER_RING`)."""
    consumer = name == CONSUMER_RING
    return service.ring(
        name, count=1 if consumer else COUNT, kid=partial(_certified, service, PERSONAL if consumer else WORK)
    )


def _certified(service: Service, common_name: str, private: rsa.RSAPrivateKey) -> str:
    certificate = self_signed(private, common_name, service.clock())
    kid = thumbprint(certificate)
    service.kept[f"certificate {kid}"] = certificate
    return kid


async def signing(service: Service, tenant: Tenant) -> SigningKey:
    """The key that signs a tenant's tokens."""
    return await ring(service, authority.issuer(tenant).ring).signing()


async def jwks(service: Service, where: Authority, *, v1: bool) -> documents.Document:
    """The key set of an authority; the signing key is not the first, since the order means nothing.

    "common" also publishes the keys of personal accounts, whose `issuer` is concrete; "consumers" only those.
    """
    work = (
        [] if where.name in {"consumers", CONSUMERS} else list(reversed(await ring(service, where.cloud.login).keys()))
    )
    personal = where.name in {"common", "consumers", CONSUMERS}
    keys = [(key, False) for key in work]
    if personal and not v1:
        keys += [(key, True) for key in await ring(service, CONSUMER_RING).keys()]
    return {"keys": [_told(service, where, key, consumer=consumer, v1=v1) for key, consumer in keys]}


def _told(service: Service, where: Authority, key: SigningKey, *, consumer: bool, v1: bool) -> documents.Document:
    issuer = None if v1 else documents.key_issuer(where, consumer=consumer)
    return documents.public_key(key, service.kept[f"certificate {key.kid}"], issuer)
