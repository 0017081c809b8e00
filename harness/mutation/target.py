"""The reference relying party as a target that can become another while world and browser stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from harness.targets.reference import Reference

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from harness.target import Running, Surroundings
    from harness.world import World


class Altered(Protocol):
    """Whatever can be put in force: a mutant, a trap."""

    def in_force(self) -> AbstractContextManager[None]:
        """Change the relying party inside the block."""


class _Door:
    """One host's app, whichever is running behind it."""

    def __init__(self, target: MutableReference, host: str) -> None:
        self._target = target
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._target.inner.apps[self._host](scope, receive, send)


class MutableReference(Reference):
    """The reference, made anew for each alteration: what an app settles when it starts is altered, too."""

    def __init__(self) -> None:
        self._surroundings: Surroundings | None = None
        self._inner: Running | None = None

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

    async def _anew(self) -> None:
        if self._surroundings is None:
            raise RuntimeError("the target is not started")
        await self.inner.close()
        self._inner = await super().start(self._surroundings)

    @contextmanager
    def being(self, altered: Altered, world: World) -> Iterator[None]:
        """Be `altered` inside the block, and the reference again afterwards."""
        with altered.in_force():
            world.run(self._anew())
            yield
        world.run(self._anew())


class _Behind:
    """What the world holds on to; everything is done by the app that is running now."""

    def __init__(self, target: MutableReference, apps: Mapping[str, ASGIApp]) -> None:
        self._target = target
        self.apps = apps

    def reset(self) -> None:
        self._target.inner.reset()

    async def close(self) -> None:
        await self._target.inner.close()

    def __getattr__(self, name: str) -> object:
        """Whatever support may do to the reference."""
        return getattr(self._target.inner, name)
