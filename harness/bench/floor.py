"""The floor of a browser login: the same pages, clicks and browser, served as they are from memory.

A real login is watched once; then the same person's same steps run against a replay of its pages through the same
gateway. What the replay costs is Chromium, Playwright and TLS; the rest of a real login is issuer and app.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Response as Seen
    from starlette.types import ASGIApp, Receive, Scope, Send

    from harness.actor import Actor
    from harness.world import World

_ACTION = re.compile(r'(<form\b[^>]*?\baction=")[^"]*(")', re.IGNORECASE)


@dataclass(slots=True)
class Replay:
    """The documents of one login in order, and its other files by address."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    turn: int = 0

    def watch(self, seen: Seen) -> None:
        """Keep one answer of a real login."""
        if seen.request.resource_type == "document" and seen.status == 200:  # noqa: PLR2004 - a page, not a hop
            self.documents.append((seen.url, seen.text()))
        elif seen.request.resource_type != "document" and seen.ok:
            self.files[urlsplit(seen.url).path] = (seen.headers.get("content-type", ""), seen.body())

    def prepare(self) -> None:
        """Let every form of a page lead straight to the next page's address."""
        following = [url for url, _ in self.documents[1:]]
        for number, (url, html) in enumerate(self.documents[:-1]):
            target = escape(following[number], quote=True)
            self.documents[number] = (url, _ACTION.sub(rf"\g<1>{target}\g<2>", html))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a file by its address, and anything else with the next page."""
        kind, body = self.files.get(scope["path"], ("", b""))
        if not kind:
            kind, body = "text/html; charset=utf-8", self.documents[self.turn % len(self.documents)][1].encode()
            self.turn += 1
        await Response(body, media_type=kind)(scope, receive, send)


def record(alice: Actor) -> Replay:
    """Watch one real login."""
    replay = Replay()
    alice.opens_a_browser()
    alice.tab.on("response", replay.watch)
    alice.signs_in()
    alice.closes_the_browser()
    replay.prepare()
    return replay


@contextmanager
def replaying(world: World, replay: Replay) -> Iterator[None]:
    """Serve the replay under every name of the world inside the block."""
    truth: dict[str, ASGIApp] = dict(world.routes)
    world.routes.update(dict.fromkeys(truth, replay))
    try:
        yield
    finally:
        world.routes.update(truth)
