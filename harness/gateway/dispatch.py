"""Host name to app: the one ASGI app behind the TLS listener."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from harness.gateway.arrival import Arrival
from harness.gateway.hosts import KnownHosts, bare, printable

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

Resolve = Callable[[str], "ASGIApp | None"]
"""From a bare host name to its app, or None for a name nobody serves."""


async def line(send: Send, status: int, sentence: str) -> None:
    """Answer with one line of plain text, marked as the gateway's own words (RFC 9209)."""
    body = sentence.encode("ascii", "replace") + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"proxy-status", b"sso-harness"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Dispatcher:
    """Hands each request to the app of its Host; what fits no app is answered with 400 or 421 and one line.

    Source: RFC 9110, 7.2 (exactly one Host) and 15.5.20 (421 Misdirected Request).
    """

    def __init__(self, resolve: Resolve, known: KnownHosts) -> None:
        self._resolve = resolve
        self._known = known

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        sent = [value for name, value in scope["headers"] if name == b"host"]
        if len(sent) != 1:
            await line(send, 400, f'{len(sent)} "Host" headers were sent; send exactly one')
            return
        host = bare(sent[0].decode("latin-1"))
        app = self._resolve(host) if host in self._known else None
        if app is None:
            await line(send, 421, f'"{printable(host)}" is not a host of this run; known: {self._known.line()}')
            return
        arrival = Arrival.of(scope)
        for what, name in (("TLS server name", arrival.server_name), ("CONNECT host", arrival.tunnel or host)):
            if name != host:
                await line(
                    send, 421, f'"Host" is "{host}" but the {what} is "{printable(name)}"; open a connection per host'
                )
                return
        await app(scope, receive, send)
