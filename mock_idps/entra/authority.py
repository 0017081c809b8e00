"""The first path segment: a tenant's GUID or verified domain, or "common", "organizations", "consumers".

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc (tenant values).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal
from mock_idps.core.service import Issuer
from mock_idps.entra import clouds
from mock_idps.entra.clouds import Cloud

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration, Directory, Person, Tenant
    from mock_idps.core.service import Service

ALIASES = frozenset({"common", "organizations", "consumers"})

CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant id of personal Microsoft accounts; a directory that has such people has a tenant of this id."""

CONSUMER_RING = "login.live.com"
"""The key ring of the service that issues tokens for personal accounts."""

TEMPLATE = "{tenantid}"
"""What stands for the tenant in the metadata of "common" and "organizations"; clients put the token's `tid` in."""


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a request was sent: a cloud, and a tenant (its GUID as `name`) or one of the aliases.

    `tenant` is None for "common" and "organizations", and for "consumers" when nobody has a personal account.
    """

    cloud: Cloud
    name: str
    tenant: Tenant | None

    @property
    def alias(self) -> bool:
        """Whether this is "common", "organizations" or "consumers"."""
        return self.name in ALIASES

    @property
    def base(self) -> str:
        """The address that every endpoint of the authority starts with."""
        return f"https://{self.cloud.login}/{self.name}"

    @property
    def issuer_id(self) -> str:
        """What stands in the issuer: a GUID, or the literal template."""
        if self.name == "consumers":
            return CONSUMERS
        return TEMPLATE if self.alias else self.name


def of(service: Service, request: Request) -> Authority:
    """The authority that a request names.

    Raises:
        Refusal: "tenant_unknown" when no tenant of the host's cloud has that name.
    """
    return named(
        service.directory, clouds.of(request.headers.get("host", "").partition(":")[0]), request.path_params["tenant"]
    )


def named(directory: Directory, cloud: Cloud, name: str) -> Authority:
    """The authority called `name` in `cloud`.

    Raises:
        Refusal: "tenant_unknown".
    """
    lowered = name.casefold()
    if lowered in ALIASES:
        return Authority(cloud, lowered, directory.tenant(CONSUMERS) if lowered == "consumers" else None)
    tenant = directory.tenant(name) or of_domain(directory, name)
    if tenant is None or cloud_of(tenant) is not cloud:
        raise Refusal("tenant_unknown", tenant=name)
    return Authority(cloud, tenant.id, tenant)


def of_domain(directory: Directory, domain: str) -> Tenant | None:
    """The tenant that has proven to own `domain`."""
    return next((tenant for tenant in directory if domain.casefold() in domains(tenant)), None)


def domains(tenant: Tenant) -> frozenset[str]:
    """The domains that a tenant owns: its own, and those of the setting "verified_domains"."""
    return frozenset(it.casefold() for it in (tenant.domain, *tenant.settings.get("verified_domains", ())))


def again(directory: Directory, noted: Mapping[str, str], tenant: Tenant | None) -> Authority:
    """The authority that was noted down as "authority" and "cloud"; `tenant` is the one known already, if any."""
    name, cloud = noted["authority"], clouds.BY_NAME[noted["cloud"]]
    if tenant is not None and tenant.id == name:
        return Authority(cloud, name, tenant)
    return named(directory, cloud, name)


def cloud_of(tenant: Tenant) -> Cloud:
    """The cloud a tenant lives in: the setting "cloud" ("public", "us_gov", "china"), by default the public one."""
    return clouds.BY_NAME[tenant.settings.get("cloud", "public")]


def issuer(tenant: Tenant, version: str = "2.0") -> Issuer:
    """A tenant's issuer: v2.0 without, v1.0 with a trailing slash."""
    cloud = cloud_of(tenant)
    ring = CONSUMER_RING if tenant.id == CONSUMERS else cloud.login
    if version == "1.0":
        return Issuer(f"https://{cloud.sts}/{tenant.id}/", ring)
    return Issuer(f"https://{cloud.login}/{tenant.id}/v2.0", ring)


def multi_tenant(app: AppRegistration) -> bool:
    """Whether accounts of other tenants may use the app; a new registration is single-tenant.

    Setting "sign_in_audience", with the manifest's own values
    (https://learn.microsoft.com/en-us/entra/identity-platform/reference-app-manifest).
    """
    return str(app.settings.get("sign_in_audience", "AzureADMyOrg")) != "AzureADMyOrg"


def find_app(directory: Directory, where: Authority, client_id: str) -> tuple[Tenant, AppRegistration] | None:
    """The app as `where` knows it: its own, or a multi-tenant one of another tenant; an alias knows all."""
    if where.tenant is not None and (own := where.tenant.app(client_id)):
        return where.tenant, own
    found = directory.app(client_id)
    if found is None or not (where.alias or multi_tenant(found[1])):
        return None
    return found


def accounts(directory: Directory, where: Authority, login: str) -> Iterator[tuple[Tenant, Person]]:
    """Every account that can sign in as `login`: members before guest records, this tenant's before other tenants'."""
    mine = [where.tenant] if where.tenant is not None else []
    others = [tenant for tenant in directory if tenant is not where.tenant and cloud_of(tenant) is where.cloud]
    found = [(tenant, person) for tenant in (*mine, *others) if (person := tenant.person(login))]
    yield from sorted(found, key=lambda it: is_guest(it[1]))


def is_guest(person: Person) -> bool:
    """Whether this is another directory's person, invited: attribute "home_tenant" (a GUID) says which."""
    return bool(person.attributes.get("home_tenant"))
