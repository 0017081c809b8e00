"""The reference relying party as a target that can become any trap."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from harness.mutation.target import MutableReference
from harness.targets.reference import Reference

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from starlette.types import ASGIApp

    from harness.reference_rp.configuration import Configuration
    from harness.target import Surroundings
    from harness.traps.trap import Trap
    from harness.world import World


class TrapReference(MutableReference):
    """The reference; as a trap it has other capabilities, another configuration, and other ways through its pages."""

    trap: Trap | None = None

    @contextmanager
    def as_a(self, trap: Trap, world: World) -> Iterator[None]:
        """Be `trap` inside the block, and the reference again afterwards."""
        self.trap = trap
        self.capabilities = (Reference.capabilities - set(trap.lacks)) | set(trap.takes)
        try:
            with self.being(trap, world):
                yield
                self.trap, self.capabilities = None, Reference.capabilities
        finally:
            self.trap, self.capabilities = None, Reference.capabilities

    def configured(self, surroundings: Surroundings) -> Configuration:
        """As the trap wants it."""
        usual = super().configured(surroundings)
        return self.trap.configured(usual) if self.trap else usual

    def served(self, app: ASGIApp) -> ASGIApp:
        """Behind what the trap stands behind."""
        return self.trap.served(app) if self.trap else app

    def _driven(self, verb: str, *given: Any) -> Any:
        own = self.trap.drives.get(verb) if self.trap else None
        return own(*given) if own else getattr(super(), verb)(*given)

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        """To the IdP."""
        self._driven("begin", page, origin, organisation, path)

    def sign_out(self, page: Page) -> None:
        """Out of the app."""
        self._driven("sign_out", page)

    def who(self, page: Page, origin: str) -> dict[str, Any]:
        """Who is signed in."""
        told: dict[str, Any] = self._driven("who", page, origin)
        return told

    def check(self, page: Page) -> str:
        """Which check refused; nothing, where the trap shows no codes."""
        return str(self._driven("check", page)) if "check_codes" in self.capabilities else ""
