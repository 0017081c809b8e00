"""Microsoft Entra ID (Azure AD), v2.0 and v1.0 endpoints: tenants, aliases, codes and pages as Microsoft's.

Owns Entra's data and steps; the protocol itself is the core's. Everything here is fictional but the shapes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core.walk import Walk
from mock_idps.entra import authority, clouds, keys, surface

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mock_idps.core.model import Directory
    from mock_idps.core.service import Service


@dataclass(frozen=True, slots=True)
class Entra:
    """Entra as a vendor."""

    name: str = "entra"
    label: str = "Microsoft Entra ID"
    source: str = "https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc"
    walk: Walk = Walk(
        login="#i0116:not(.moveOffScreen)",
        next="#idSIButton9",
        password="#i0118:not(.moveOffScreen)",
        submit="#idSIButton9",
        after=("form:has(#KmsiDescription) #idSIButton9", "form:has(#consentPermissions) #idSIButton9"),
        cancel="#idBtn_Back",
        error=".alert-error",
        dead_end="#service_exception_message",
        code="input[name=otc]",
        code_submit="#idSubmit_SAOTCC_Continue",
        account='[data-test-id="{login}"]',
        another="#otherTile",
    )

    def hosts(self, directory: Directory) -> Iterable[str]:  # noqa: ARG002 - the same hosts for every directory
        """Sign-in, Graph and My Apps of every cloud."""
        return [host for cloud in clouds.CLOUDS for host in cloud.hosts]

    def prepare(self, service: Service) -> None:
        """Order the keys of every cloud that has a tenant, and of personal accounts."""
        rings = {authority.cloud_of(tenant).login for tenant in service.directory} | {authority.CONSUMER_RING}
        for name in sorted(rings):
            keys.ring(service, name).prepare()

    def app(self, service: Service) -> ASGIApp:
        """Everything, for all hosts."""
        return surface.make(service)


VENDOR = Entra()
