"""What a target is: a relying party that can be driven, and how a person finds their way through it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from starlette.types import ASGIApp

    from harness.look import Look
    from harness.people import Organisation
    from mock_idps.core.model import Directory


LOGS = "app-logs"
"""The folder below a report for what apps under test write of themselves."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a target is told when it starts: how its back channel reaches the issuers, and the time (seconds).

    `environment` are the variables that do the same for a program, `names` the issuers' host names. `logs` is the folder for
    what the app writes of itself, made when it is needed; None: a temporary one.
    """

    proxy_url: str
    ca_bundle: Path
    clock: Any
    environment: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    logs: Path | None = None


class Running(Protocol):
    """A target that has been started."""

    @property
    def apps(self) -> Mapping[str, ASGIApp]:
        """The app behind each of its host names."""

    def reset(self) -> None:
        """Forget sessions, accounts and cached documents, as if just started."""

    async def close(self) -> None:
        """Stop; leave nothing behind."""


@runtime_checkable
class Attentive(Protocol):
    """What a running target may offer beside: it is told whose login comes next, and says what went wrong with it."""

    async def turn_to(self, customer: Organisation, *, afresh: bool) -> None:
        """Be ready to serve `customer`, with no document of an issuer remembered if `afresh`; raises AppFailed."""

    def complaint(self) -> str:
        """What went wrong with the app since it was last asked, in one line; "" when nothing did."""


@runtime_checkable
class Elsewhere(Protocol):
    """What a target may offer beside: it does not live at the product's own addresses."""

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions in which it has an address."""

    @property
    def not_tried(self) -> Mapping[str, str]:
        """Scenario ids or folders that do not apply to it, each with the reason."""

    @property
    def several(self) -> bool:
        """Whether one copy serves every customer; else each customer has one of its own."""

    @property
    def parallel(self) -> bool:
        """Whether several may run beside each other."""

    def customer(self, customer: Organisation) -> Organisation:
        """`customer` with the app's addresses."""

    def front_door(self, organisation: str) -> str:
        """The path of the page that offers `organisation` its login."""

    def register(self, directories: Mapping[str, Directory]) -> None:
        """Enter the app's redirect URIs into the directories."""

    def says(self, page: Page) -> str:
        """The app's own words on a page that tells of no check, cut to fit one line; "" where there are none."""


@runtime_checkable
class Target(Protocol):
    """What a file in harness/targets/ promises as `TARGET`."""

    @property
    def name(self) -> str:
        """The file's name, as in `--target reference`."""

    @property
    def capabilities(self) -> frozenset[str]:
        """What this app can do; a scenario that needs something else is skipped with the reason."""

    @property
    def callback_path(self) -> str:
        """The path under which the app takes authorization responses."""

    async def start(self, surroundings: Surroundings) -> Running:
        """Start the app."""

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        """Walk from the app's front door (or from the deep link `path`) to the IdP, naming the organisation."""

    def sign_out(self, page: Page) -> None:
        """Sign out at the app, from a page of the app."""

    def who(self, look: Look, origin: str) -> dict[str, Any]:
        """What the app says of who is signed in, asked by a look beside the tabs: {} for nobody, else at least "email"."""

    def check(self, page: Page) -> str:
        """The code of the check that the app's error page names, or "" when there is none."""
