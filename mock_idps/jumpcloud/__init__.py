"""JumpCloud: Ory Hydra behind one issuer per region, with a console that signs people in.

Owns what is JumpCloud's: hosts, documents, claims, the order of its checks, its words, its pages. The protocol is core's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core.walk import Walk
from mock_idps.jumpcloud import regions
from mock_idps.jumpcloud.surface import surface

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mock_idps.core.model import Directory
    from mock_idps.core.service import Service

BUTTON = "button[data-automation=loginButton]"


@dataclass(frozen=True, slots=True)
class JumpCloud:
    """JumpCloud as a vendor."""

    name: str = "jumpcloud"
    label: str = "JumpCloud"
    source: str = "https://jumpcloud.com/support/sso-with-oidc"
    walk: Walk = Walk(
        login="input[name=email]",
        next=BUTTON,
        password="input[name=password]",
        submit=BUTTON,
        after=("button[name=consent][value=allow]",),
        error="[role=alert]",
        dead_end="main[data-dead-end]",
        code="input[autocomplete=one-time-code]",
        code_submit=BUTTON,
    )

    def hosts(self, directory: Directory) -> Iterable[str]:
        """Issuer and console of every region, whoever the customers in `directory` are."""
        del directory
        return tuple(regions.BY_HOST)

    def prepare(self, service: Service) -> None:
        """Order the keys of the regions that have organisations."""
        for name in {tenant.region for tenant in service.directory}:
            regions.ring(service, regions.REGIONS[name]).prepare()

    def app(self, service: Service) -> ASGIApp:
        """All regions' issuers and consoles, by host."""
        return surface(service)


VENDOR = JumpCloud()
