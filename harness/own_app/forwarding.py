"""A reverse proxy as an ASGI app: hands requests to where the app really listens, as a TLS-terminating balancer would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx2

from harness.gateway import pipe
from harness.gateway.dispatch import line

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_OF_THE_CONNECTION = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
    }
)
"""Fields that end at each hop (RFC 9110, 7.6.1)."""

_FORWARDED = frozenset(
    {b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"x-forwarded-port"}
)
"""Set here anew: what a client sends under these names is not believed."""

_SERVER_ERROR = 500  # the lowest status by which an app says that it failed


class Forwarder:
    """Sends each request on to `upstream` ("http://127.0.0.1:3000") with the public Host kept.

    Bodies are streamed both ways and never decoded; redirects, cookies and WebSockets pass untouched. An app that cannot be
    reached, breaks off, or takes longer than `slowest` seconds is answered for with 502 or 504 and one line, which
    `trouble` hears too.
    """

    def __init__(self, upstream: str, slowest: float, trouble: Callable[[str], None]) -> None:
        self.upstream = upstream
        self._slowest = slowest
        self._trouble = trouble
        self.given_up = False
        """Whether the app let a request wait for too long: it may hang for good."""
        self.crashed = False
        """Whether the app answered by a server error; whoever asks puts it back."""
        # The bare transport: a client would keep cookies of one browser and send them with the next one's requests.
        # A connection a request: one that is kept may be closed by the app just as the next request is on its way
        # (RFC 9112, 9.5), and that would look like a crash.
        self._transport = httpx2.AsyncHTTPTransport(retries=0, limits=httpx2.Limits(max_keepalive_connections=0))

    async def close(self) -> None:
        """Close the connections to the app."""
        await self._transport.aclose()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        path = scope["path"]
        if leave := pipe.offered(scope):
            await self._leave_http(scope, send, leave)
            return
        try:
            response = await self._transport.handle_async_request(self._request(scope, receive))
        except httpx2.TimeoutException:
            self.given_up = True
            await self._say(
                send,
                504,
                f'the app does not answer {path} within {self._slowest:g} seconds; raise "app.slowest" if it may',
            )
        except httpx2.TransportError as error:
            why = str(error) or type(error).__name__
            await self._say(send, 502, f"the app cannot be reached at {self.upstream} for {path} ({why})")
        else:
            await self._answer(response, scope, send)

    async def _leave_http(self, scope: Scope, send: Send, leave: Callable[[], pipe.Streams]) -> None:
        parts = urlsplit(self.upstream)
        asked = {name: value for name, value in scope["headers"] if name in {b"connection", b"upgrade"}}
        lines = [f"{scope['method']} ".encode() + _target(scope) + b" HTTP/1.1"]
        lines += [name + b": " + value for name, value in (*_headers(scope), *asked.items())]
        try:
            app = await asyncio.open_connection(parts.hostname, parts.port or 80)
        except OSError as error:
            why = f"the app cannot be reached at {self.upstream} for {scope['path']} ({error.strerror})"
            await self._say(send, 502, why)
            return
        app[1].write(b"\r\n".join([*lines, b"", b""]))
        await pipe.join(leave(), app)

    async def _say(self, send: Send, status: int, sentence: str) -> None:
        self._trouble(sentence)
        await line(send, status, sentence)

    async def _answer(self, response: httpx2.Response, scope: Scope, send: Send) -> None:
        self.crashed |= response.status_code >= _SERVER_ERROR
        headers = [(name.lower(), value) for name, value in response.headers.raw]
        kept = [(name, value) for name, value in headers if name not in _OF_THE_CONNECTION]
        await send({"type": "http.response.start", "status": response.status_code, "headers": kept})
        try:
            async for chunk in response.aiter_raw():
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        except httpx2.TimeoutException:
            self._trouble(
                f'the app\'s answer to {scope["path"]} stood still for {self._slowest:g} seconds; raise "app.slowest" if it may'
            )
            pipe.hang_up(scope)
            return
        except httpx2.TransportError as error:
            self._trouble(f"the app broke off its answer to {scope['path']} ({error or type(error).__name__})")
            pipe.hang_up(scope)
            return
        finally:
            await response.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _request(self, scope: Scope, receive: Receive) -> httpx2.Request:
        parts = urlsplit(self.upstream)
        url = httpx2.URL(scheme="http", host=parts.hostname or "", port=parts.port, raw_path=_target(scope))
        limits = dict.fromkeys(("connect", "read", "write", "pool"), self._slowest)
        return httpx2.Request(
            scope["method"],
            url,
            headers=_headers(scope),
            content=_body(receive) if _has_body(scope) else None,
            extensions={"timeout": limits},
        )


def _target(scope: Scope) -> bytes:
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    return path + (b"?" + scope["query_string"] if scope["query_string"] else b"")


def _has_body(scope: Scope) -> bool:
    return any(name in {b"content-length", b"transfer-encoding"} for name, _ in scope["headers"])


async def _body(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        yield message.get("body", b"")
        more = message.get("more_body", False)


def _headers(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The request's fields as a balancer passes them on (de facto X-Forwarded-*; RFC 7239 names the same facts)."""
    dropped = _OF_THE_CONNECTION | _FORWARDED
    kept = [(name, value) for name, value in scope["headers"] if name not in dropped]
    host = next((value for name, value in scope["headers"] if name == b"host"), b"")
    client = (scope.get("client") or ("127.0.0.1",))[0]
    return [
        *kept,
        (b"x-forwarded-for", str(client).encode()),
        (b"x-forwarded-host", host),
        (b"x-forwarded-proto", b"https"),
        (b"x-forwarded-port", b"443"),
    ]
