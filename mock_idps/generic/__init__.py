"""Any other provider: oidc-provider-mock, unmodified, behind the same gateway.

It is the control that none of us wrote. Its issuer is always the root of a host, it asks for no password, it has no
sessions of its own and no hooks for faults; whatever needs one of these is not tried on it.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from mock_idps.core.walk import Walk

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mock_idps.core.model import Directory, Person, Tenant
    from mock_idps.core.service import Service


def _claims(person: Person) -> dict[str, object]:
    claims: dict[str, object] = {"name": person.name, "groups": [group.name for group in person.groups]}
    if person.email is not None:
        claims |= {"email": person.email, "email_verified": True}
    return claims


def _provider(tenant: Tenant) -> ASGIApp:
    from a2wsgi import WSGIMiddleware

    logging.getLogger("oidc_provider_mock").addHandler(logging.NullHandler())  # heard by whoever configures logging
    with warnings.catch_warnings(record=True):  # its imports warn, and set filters of their own; both end here
        warnings.simplefilter("always")
        import oidc_provider_mock

        users = [oidc_provider_mock.User(sub=person.login, claims=_claims(person)) for person in tenant.people]
        wsgi: Any = oidc_provider_mock.app(user_claims=users)
    return cast("ASGIApp", WSGIMiddleware(wsgi))


@dataclass(slots=True)
class _Hosts:
    """One provider per host, made when its host is first asked for."""

    service: Service
    providers: dict[str, ASGIApp] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        host = dict(scope["headers"]).get(b"host", b"").decode().partition(":")[0]
        if host not in self.providers:
            tenant = self.service.directory.tenant(host)
            if tenant is None:
                raise LookupError(f'no generic provider is configured for host "{host}"')
            self.providers[host] = _provider(tenant)
        await self.providers[host](scope, receive, send)


@dataclass(frozen=True, slots=True)
class Generic:
    """oidc-provider-mock as a vendor: `Tenant.domain` is the host, and the issuer is `https://{domain}`."""

    name: str = "generic"
    label: str = "oidc-provider-mock"
    source: str = "https://oidc-provider-mock.readthedocs.io/"
    walk: Walk = Walk(
        login="input[name=sub]",
        next="",
        password="",
        submit="form:has(input[name=sub]) button[type=submit]",
        cancel="button[name=action][value=deny]",
    )

    def hosts(self, directory: Directory) -> Iterable[str]:
        """One host per tenant."""
        return [tenant.domain for tenant in directory]

    def prepare(self, service: Service) -> None:
        """Nothing to order: the provider makes its own key."""

    def app(self, service: Service) -> ASGIApp:
        """All tenants' providers, by host."""
        return _Hosts(service)


VENDOR = Generic()
