"""The reference relying party as a target that can become another while world and browser stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from harness.alteration.alteration import UNALTERED, Alteration
from harness.targets.reference import Reference

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from starlette.types import ASGIApp, Receive, Scope, Send

    from harness.look import Look
    from harness.reference_rp.configuration import Configuration
    from harness.target import Running, Surroundings
    from harness.world import World


class AlteredReference(Reference):
    """The reference, made anew for each alteration: what an app settles when it starts is altered, too."""

    def __init__(self) -> None:
        self._surroundings: Surroundings | None = None
        self._inner: Running | None = None
        self._alteration = UNALTERED

    async def start(self, surroundings: Surroundings) -> Running:
        """Start the reference as it is."""
        self._surroundings = surroundings
        self._inner = await super().start(surroundings)
        return _Behind(self, {host: _Door(self, host) for host in self._inner.apps})

    @property
    def inner(self) -> Running:
        """The app that is running now."""
        if self._inner is None:
            raise RuntimeError("the target is not started")
        return self._inner

    @contextmanager
    def being(self, alteration: Alteration, world: World) -> Iterator[None]:
        """Be altered inside the block, and the reference again afterwards, whatever happens."""
        try:
            with alteration.in_force():
                world.run(self._become(alteration))
                yield
        finally:
            world.run(self._become(UNALTERED))

    async def _become(self, alteration: Alteration) -> None:
        if self._surroundings is None:
            raise RuntimeError("the target is not started")
        self._alteration, self.capabilities = alteration, alteration.capabilities
        await self.inner.close()
        self._inner = await super().start(self._surroundings)

    def configured(self, surroundings: Surroundings) -> Configuration:
        """As the alteration wants it."""
        return self._alteration.configured(super().configured(surroundings))

    def served(self, app: ASGIApp) -> ASGIApp:
        """Behind what the alteration stands behind."""
        return self._alteration.served(app)

    def _driven(self, verb: str, *given: Any) -> Any:
        return self._alteration.drives.get(verb, getattr(super(), verb))(*given)

    def begin(self, page: Page, origin: str, organisation: str, path: str | None) -> None:
        """To the IdP."""
        self._driven("begin", page, origin, organisation, path)

    def sign_out(self, page: Page) -> None:
        """Out of the app."""
        self._driven("sign_out", page)

    def who(self, look: Look, origin: str) -> dict[str, Any]:
        """Who is signed in."""
        told: dict[str, Any] = self._driven("who", look, origin)
        return told

    def check(self, page: Page) -> str:
        """Which check refused; nothing, where no codes are shown."""
        return str(self._driven("check", page)) if "check_codes" in self.capabilities else ""


class _Door:
    """One host's app, whichever is running behind it."""

    def __init__(self, target: AlteredReference, host: str) -> None:
        self._target = target
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._target.inner.apps[self._host](scope, receive, send)


class _Behind:
    """What the world holds on to; everything is done by the app that is running now."""

    def __init__(self, target: AlteredReference, apps: Mapping[str, ASGIApp]) -> None:
        self._target = target
        self.apps = apps

    def reset(self) -> None:
        self._target.inner.reset()

    async def close(self) -> None:
        await self._target.inner.close()

    def __getattr__(self, name: str) -> object:
        """Whatever support may do to the reference."""
        return getattr(self._target.inner, name)
