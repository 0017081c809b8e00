"""The floor of a browser login: the same pages, clicks and browser, served as they are from memory.

A real login is watched once; then the same person's same steps run against a replay of its pages through the same
gateway. What the replay costs is Chromium, Playwright and TLS; the rest of a real login is issuer and app.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import URL, Headers
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from harness.actor import Actor
    from harness.world import World

OK = 200
_ACTION = re.compile(r'(<form\b[^>]*?\baction=")[^"]*(")', re.IGNORECASE)


@dataclass(slots=True)
class Replay:
    """The documents of one login in order with their addresses, and its other files by path."""

    documents: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    turn: int = 0

    def keep(self, url: str, status: int, kind: str, body: bytes) -> None:
        """Keep one answer of a real login: pages, and what they ask for by path; no hops."""
        if status == OK and kind.startswith("text/html"):
            self.documents.append((url, body.decode()))
        elif status == OK:
            self.files[urlsplit(url).path] = (kind, body)

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
    watched: dict[str, ASGIApp] = {host: _watching(app, replay) for host, app in alice.world.routes.items()}
    with _instead(alice.world, watched):
        alice.opens_a_browser()
        alice.signs_in()
        alice.closes_the_browser()
    replay.prepare()
    return replay


def _watching(app: ASGIApp, replay: Replay) -> ASGIApp:
    async def watched(scope: Scope, receive: Receive, send: Send) -> None:
        kept = _Answer()

        async def note(message: Message) -> None:
            kept.take(message)
            await send(message)

        await app(scope, receive, note)
        if scope["type"] == "http":
            url = URL(scope=scope)
            replay.keep(str(url), kept.status, kept.kind, bytes(kept.body))

    return watched


@dataclass(slots=True)
class _Answer:
    status: int = 0
    kind: str = ""
    body: bytearray = field(default_factory=bytearray)

    def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.kind = Headers(raw=list(message["headers"])).get("content-type", "")
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")


def replaying(world: World, replay: Replay) -> AbstractContextManager[None]:
    """Serve the replay under every name of the world inside the block."""
    return _instead(world, dict.fromkeys(world.routes, replay))


@contextmanager
def _instead(world: World, apps: dict[str, ASGIApp]) -> Iterator[None]:
    truth: dict[str, ASGIApp] = dict(world.routes)
    world.routes.update(apps)
    try:
        yield
    finally:
        world.routes.update(truth)
