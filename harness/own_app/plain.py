"""Plain mode: the issuers at http://127.0.0.1:<port>, a port per host, for apps that can have neither proxy nor CA.

What is lost: production addresses, TLS, Secure and __Host- cookies, SameSite between sites (ports are one site), and the
issuer's real name in tokens. Addresses are rewritten on the way out; issuers know nothing of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from uvicorn import Config, Server

from harness.gateway.sockets import LOOPBACK, listening
from mock_idps.core.fault import HOOKS, Fault

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from mock_idps.core.model import Claims

LOST = (
    "plain mode: no production addresses, no TLS, no Secure cookies, and ports of one host are one site to a browser; "
    "SameSite, CSP and certificate mistakes do not show, and the provider without fault hooks (generic) is not offered"
)
"""What a person is told when choosing plain mode."""

_PREFIX = b"plain-Host-"  # stands for __Host-, which browsers take over TLS only


class Plainly(Fault):
    """Another fault, with the issuer's plain address in the tokens it signs."""

    def __init__(self, inner: Fault, rewrite: Callable[[str], str]) -> None:
        self.breaks = inner.breaks
        for hook in HOOKS:
            setattr(self, hook, getattr(inner, hook))
        for hook in ("id_token", "logout_token"):
            setattr(self, hook, _rewritten(getattr(inner, hook), rewrite))


def _rewritten(hook: Callable[[Claims], Claims], rewrite: Callable[[str], str]) -> Callable[[Claims], Claims]:
    def told(claims: Claims) -> Claims:
        return {name: rewrite(it) if isinstance(it, str) else it for name, it in hook(claims).items()}

    return told


class PlainIssuers:
    """Serves `apps` (by production host) over plain HTTP, each host on a loopback port of its own."""

    def __init__(self, apps: Mapping[str, ASGIApp]) -> None:
        self._apps = apps
        self._hosts: dict[int, str] = {}
        self._server = Server(
            Config(
                cast("Any", self._serve),  # uvicorn and Starlette each have their own words for the same ASGI types
                interface="asgi3",
                log_config=None,
                access_log=False,
                lifespan="off",
                ws="none",
            )
        )
        self._serving: asyncio.Task[None] | None = None
        self._pairs: list[tuple[str, str]] = []

    async def start(self) -> None:
        """Listen, one port per host."""
        sockets = [listening() for _ in self._apps]
        for host, socket in zip(self._apps, sockets, strict=True):
            port = socket.getsockname()[1]
            self._hosts[port] = host
            self._pairs.append((f"https://{host}", f"http://{LOOPBACK}:{port}"))
        self._pairs.sort(
            key=lambda pair: len(pair[0]), reverse=True
        )  # the longer name first: it may begin like another
        self._serving = asyncio.create_task(self._server.serve(sockets=sockets))

    async def stop(self) -> None:
        """Close every port."""
        self._server.should_exit = True
        if self._serving is not None:
            await self._serving

    def rewrite(self, text: str) -> str:
        """`text` with plain addresses in place of production ones, percent-encoded ones and JSON's escapes included."""
        for production, plain in self._pairs:
            for write in (str, _encoded, _encoded_low, _escaped):
                text = text.replace(write(production), write(plain))
        return text

    def _restore(self, text: str) -> str:
        for production, plain in self._pairs:
            for write in (str, _encoded):
                text = text.replace(write(plain), write(production))
        return text

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = self._hosts[scope["server"][1]]
        inner = {**scope, "scheme": "https", "server": (host, 443), "headers": self._asked(scope["headers"], host)}
        inner["query_string"] = self._restore(scope["query_string"].decode("latin-1")).encode("latin-1")
        buffer = _Buffer(self, send)
        await self._apps[host](inner, receive, buffer.take)

    def _asked(self, headers: list[tuple[bytes, bytes]], host: str) -> list[tuple[bytes, bytes]]:
        kept = [(name, value) for name, value in headers if name not in {b"host", b"accept-encoding"}]
        restored = [(name, self._restore(value.decode("latin-1")).encode("latin-1")) for name, value in kept]
        named = [
            (name, value.replace(_PREFIX, b"__Host-")) if name == b"cookie" else (name, value)
            for name, value in restored
        ]
        return [(b"host", host.encode()), *named]


class _Buffer:
    """Holds an answer back until it is whole, so that an address cut in two is found too."""

    def __init__(self, issuers: PlainIssuers, send: Send) -> None:
        self._issuers = issuers
        self._send = send
        self._head: dict[str, Any] = {}
        self._body = bytearray()

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._head = dict(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body", False):
            await self._pass_on()

    async def _pass_on(self) -> None:
        body = self._issuers.rewrite(self._body.decode("latin-1")).encode("latin-1")
        headers = [
            self._header(name.lower(), value)
            for name, value in self._head["headers"]
            if name.lower() != b"content-length"
        ]
        self._head["headers"] = [*headers, (b"content-length", str(len(body)).encode())]
        await self._send(self._head)
        await self._send({"type": "http.response.body", "body": body})

    def _header(self, name: bytes, value: bytes) -> tuple[bytes, bytes]:
        if name == b"set-cookie":
            return name, _plain_cookie(value)
        return name, self._issuers.rewrite(value.decode("latin-1")).encode("latin-1")


def reaching_plain_issuers(arguments: list[str]) -> list[str]:
    """A browser's arguments that let this machine's own ports through, beside the run's names."""
    rules = "--host-resolver-rules="
    return [f"{it}, EXCLUDE {LOOPBACK}" if it.startswith(rules) else it for it in arguments]


def _plain_cookie(value: bytes) -> bytes:
    first, *attributes = value.split(b";")
    kept = [it for it in attributes if it.strip().lower() not in {b"secure", b"partitioned"}]
    kept = [it for it in kept if not it.strip().lower().startswith((b"domain=", b"samesite=none"))]
    return b";".join([first.replace(b"__Host-", _PREFIX, 1), *kept])


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _encoded_low(text: str) -> str:
    return quote(text, safe="").replace("%3A", "%3a").replace("%2F", "%2f")


def _escaped(text: str) -> str:
    return text.replace("/", "\\/")
