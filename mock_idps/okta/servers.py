"""Orgs and their authorization servers: which org a host belongs to, and what stands in `iss`.

Sources: developer.okta.com/docs/concepts/auth-servers/, developer.okta.com/docs/guides/custom-url-domain/main/ (issuer
modes), github.com/oktadev/okta-kong-origin-example/issues/6 (the `-admin` host), read August 2026.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mock_idps.core.service import Issuer

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import rsa
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.keys import KeyRing
    from mock_idps.core.model import AppRegistration, Directory, Settings, Tenant
    from mock_idps.core.service import Service

ORG_URL, CUSTOM_URL, DYNAMIC = "ORG_URL", "CUSTOM_URL", "DYNAMIC"
"""The issuer modes of an app or of a custom authorization server."""


@dataclass(frozen=True, slots=True)
class Server:
    """One authorization server of an org, seen through one host.

    `host` is the host of the request, never the `-admin` one. `asid` is the server's id ("default", "aus…"), or "" for
    the org authorization server.
    """

    tenant: Tenant
    host: str
    asid: str = ""

    @property
    def settings(self) -> Settings:
        """The switches of a custom server; empty for the org server."""
        found: dict[str, Any] = self.tenant.settings.get("authorization_servers", {}).get(self.asid) or {}
        return found

    @property
    def exists(self) -> bool:
        """Whether the org has this server; "default" comes with API Access Management."""
        return self.asid in {"", "default", *self.tenant.settings.get("authorization_servers", {})}

    @property
    def available(self) -> bool:
        """Whether the org may use it: custom servers need API Access Management (`api_access_management`, off)."""
        return not self.asid or bool(self.tenant.settings.get("api_access_management", False))

    def issuer_host(self, app: AppRegistration | None = None) -> str:
        """The host that stands in `iss`: by the app's issuer mode at the org server, by the server's own elsewhere."""
        settings = self.settings if self.asid else (app.settings if app else {})
        mode = settings.get("issuer_mode") or (ORG_URL if app or self.asid else DYNAMIC)
        if mode == CUSTOM_URL:
            return next(iter(custom_domains(self.tenant)), self.tenant.domain)
        return self.host if mode == DYNAMIC else self.tenant.domain

    def issuer(self, app: AppRegistration | None = None) -> Issuer:
        """What stands in `iss` of tokens for `app`; without an app, in the metadata."""
        path = f"/oauth2/{self.asid}" if self.asid else ""
        return Issuer(f"https://{self.issuer_host(app)}{path}", self.ring_name)

    @property
    def ring_name(self) -> str:
        """The key ring that signs for this server; each server has its own keys."""
        return f"{self.tenant.id}/{self.asid}"


def custom_domains(tenant: Tenant) -> tuple[str, ...]:
    """The org's own host names (`custom_domain`: one name or several), none by default."""
    configured = tenant.settings.get("custom_domain") or ()
    return (configured,) if isinstance(configured, str) else tuple(configured)


def admin_host(tenant: Tenant) -> str:
    """The host of the admin console, which admins copy from the address bar."""
    org, _, rest = tenant.domain.partition(".")
    return f"{org}-admin.{rest}"


def hosts(directory: Directory) -> Iterator[str]:
    """Every host name that is served for a directory."""
    for tenant in directory:
        yield tenant.domain
        yield admin_host(tenant)
        yield from custom_domains(tenant)


def org_of(directory: Directory, host: str) -> tuple[Tenant, str] | None:
    """The org behind a host, and the host by which its pages go on (the admin console's gives way to the org's)."""
    for tenant in directory:
        if host == tenant.domain or host in custom_domains(tenant):
            return tenant, host
        if host == admin_host(tenant):
            return tenant, tenant.domain
    return None


def server_of(asked: AuthorizationRequest) -> Server:
    """The server that an authorization request went to."""
    return Server(asked.home(), asked.extra["host"], asked.extra["asid"])


def kid(private: rsa.RSAPrivateKey) -> str:
    """A kid of 43 base64url characters, as Okta's are."""
    modulus = private.public_key().public_numbers().n
    digest = hashlib.sha256(modulus.to_bytes((modulus.bit_length() + 7) // 8, "big")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def ring(service: Service, name: str) -> KeyRing:
    """The key ring called `name`: one 2048-bit key, as in the recordings of 2026."""
    return service.ring(name, bits=2048, count=1, kid=kid)


def ring_of(service: Service, server: Server, app: AppRegistration | None) -> KeyRing:
    """The keys for an app: the server's, or its own where it has pinned keys at the org server (`pinned_keys`, off)."""
    pinned = app is not None and not server.asid and app.settings.get("pinned_keys")
    return ring(service, f"{server.ring_name}/{app.client_id}" if app and pinned else server.ring_name)


def asids(tenant: Tenant) -> tuple[str, ...]:
    """The ids of an org's servers; "" is the org server."""
    if not tenant.settings.get("api_access_management", False):
        return ("",)
    return tuple(dict.fromkeys(("", "default", *tenant.settings.get("authorization_servers", {}))))


def host_org(service: Service, request: Request) -> tuple[Tenant, str]:
    """The org that a request went to, and the host by which its pages go on.

    Raises:
        LookupError: The host is none of the directory's; whoever routes requests sent it here by mistake.
    """
    host = request.url.hostname or ""
    found = org_of(service.directory, host)
    if found is None:
        raise LookupError(f'no org behind "{host}"; route only the hosts of the directory here')
    return found


def requested(service: Service, request: Request) -> Server:
    """The authorization server that a request went to, whether or not the org has it."""
    return Server(*host_org(service, request), request.path_params.get("asid", ""))
