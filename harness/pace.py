"""An issuer's pace beside a person's: several requests that meet at a slow one, and a person who leaves before it has answered."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from mock_idps.core import transport
from mock_idps.core.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST = 15.0
"""Seconds until the issuer answers all the same: an app that takes its requests one by one must not stand still."""


class Meeting(Fault):
    """Answers no token request before the app was asked for each of `paths`, as often as it stands there."""

    breaks = "nothing: an issuer may take its time"

    def __init__(self, paths: Iterable[str]) -> None:
        self._missing = list(paths)
        self._complete = asyncio.Event()

    def arrives(self, path: str) -> None:
        """The app is being asked for `path`; called in the world's event loop."""
        if path in self._missing:
            self._missing.remove(path)
        if not self._missing:
            self._complete.set()

    def transport(self, app: ASGIApp) -> ASGIApp:
        """The issuer, whose token endpoint waits."""
        return transport.instead(app, "token", self._once_complete)

    async def _once_complete(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._complete.wait(), LONGEST)
        await app(scope, receive, send)


class LeftAlone(Fault):
    """Shows no sign-in page: whoever is sent there is gone already."""

    breaks = "nothing: a person may leave at any time"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """The issuer, whose authorization endpoint leaves the browser where it is (RFC 9110, 15.3.5)."""
        return transport.instead(app, "authorize", transport.fixed(204, b"", {}))
