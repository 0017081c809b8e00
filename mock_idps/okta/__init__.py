"""Okta: orgs with their org and custom authorization servers. Owns Okta's words, pages, claims and order of checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mock_idps.core.walk import Walk
from mock_idps.okta import servers, surface

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mock_idps.core.model import Directory
    from mock_idps.core.service import Service


class Okta:
    """Okta as a vendor."""

    name = "okta"
    label = "Okta"
    source = "https://developer.okta.com/docs/api/openapi/okta-oauth/"
    walk = Walk(
        login='input[name="identifier"], #okta-signin-username',
        next='input[type="submit"][data-type="save"], button[data-se="save"]',
        password='input[name="credentials.passcode"], #okta-signin-password',
        submit='input[type="submit"][data-type="save"], button[data-se="save"]',
        after=(),
        error='[role="alert"]',
        dead_end="#error-code, [data-se='terminal']",
        code='input[name="credentials.passcode"], input[name="credentials.totp"]',
        code_submit='input[type="submit"][data-type="save"], button[data-se="save"]',
    )

    def hosts(self, directory: Directory) -> Iterable[str]:
        """Every org's host, its admin console's, and its custom domains."""
        return servers.hosts(directory)

    def prepare(self, service: Service) -> None:
        """Order the keys of every authorization server."""
        for tenant in service.directory:
            for asid in servers.asids(tenant):
                servers.ring(service, servers.Server(tenant, tenant.domain, asid).ring_name).prepare()

    def app(self, service: Service) -> ASGIApp:
        """All orgs of the directory."""
        return surface.build(service)


VENDOR = Okta()
