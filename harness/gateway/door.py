"""The CONNECT door: how programs that are no browser reach the run's names.

The door dials nothing and looks nothing up: a tunnel to a known name is the very connection the client opened,
handed to the TLS listener; everything else is answered with 403 and one line.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

from harness.gateway.hosts import KnownHosts, bare, printable
from harness.gateway.sockets import listening

if TYPE_CHECKING:
    from harness.gateway.listener import Listener
    from harness.record.exchange import Headers

_MOST_HEAD = 8 * 1024  # bytes of request line and headers
_PATIENCE = 10.0  # seconds until the head must be complete

Refused = Callable[[str, "Headers", int, str], None]
"""Told of each tunnel that was not opened: target, headers, status, sentence."""


class _Visitor(asyncio.Protocol):
    """One connection to the door, until it is handed over or refused."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._head = bytearray()
        self._done = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self._timer = asyncio.get_running_loop().call_later(_PATIENCE, self.transport.abort)
        self._door.visitors.add(self)

    def data_received(self, data: bytes) -> None:
        if self._done:
            return  # the refusal is on its way; nothing more is heard
        self._head += data
        head, end, early = self._head.partition(b"\r\n\r\n")
        if len(head) > _MOST_HEAD:
            self._refuse("", (), 431, f"the request's head is longer than {_MOST_HEAD} bytes; send fewer headers")
        elif end:
            self._decide(head.decode("latin-1").split("\r\n"), early=bool(early))

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._leave()

    def _decide(self, lines: list[str], *, early: bool) -> None:
        method, _, rest = lines[0].partition(" ")
        target = rest.partition(" ")[0]
        headers = tuple(
            (name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])
        )
        refusal = self._door.objection(method, target, headers)
        if refusal is None and early:
            refusal = (400, "bytes came before the tunnel was open; wait for the answer to CONNECT, then start TLS")
        if refusal is not None:
            self._refuse(target, headers, *refusal)
            return
        self._leave()
        self.transport.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        self._door.listener.adopt(self.transport, bare(target))

    def _refuse(self, target: str, headers: Headers, status: int, sentence: str) -> None:
        self._leave()
        self._door.refused(printable(target), headers, status, sentence)
        body = f"{sentence}\n".encode("ascii", "replace")
        # The sentence is the reason phrase too: most clients show nothing of a refusing proxy but its status line.
        self.transport.write(
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}: {sentence}\r\nconnection: close\r\n"
            f"content-type: text/plain; charset=utf-8\r\ncontent-length: {len(body)}\r\n\r\n".encode("ascii", "replace")
            + body,
        )
        self.transport.close()

    def _leave(self) -> None:
        self._done = True
        self._timer.cancel()
        self._door.visitors.discard(self)


class Door:
    """Listens on its own loopback port for CONNECT and opens it to known names on port 443 only.

    Source: RFC 9110, 9.3.6 (CONNECT); RFC 9112, 3.2.3 (authority-form).
    """

    def __init__(self, listener: Listener, known: KnownHosts, refused: Refused) -> None:
        self.listener = listener
        self.refused = refused
        self.visitors: set[_Visitor] = set()
        self._known = known
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self, port: int = 0) -> None:
        """Listen; `self.port` holds the port afterwards.

        Raises:
            PortTaken: the port asked for is in use.
        """
        socket = listening(port)
        self.port = socket.getsockname()[1]
        self._server = await asyncio.get_running_loop().create_server(lambda: _Visitor(self), sock=socket)

    async def stop(self) -> None:
        """Close the port and every connection that was not handed over yet."""
        if self._server is not None:
            self._server.close()
        for visitor in list(self.visitors):
            visitor.transport.abort()
        await asyncio.sleep(0)

    def objection(self, method: str, target: str, headers: Headers) -> tuple[int, str] | None:
        """Why this request is not let through, as status and sentence; None when it is."""
        shown = printable(target)
        if method != "CONNECT":
            return 403, f'"{printable(method)} {shown}" was not sent anywhere; only HTTPS passes here, by CONNECT'
        host, colon, port = target.rpartition(":")
        if not colon or port != "443" or bare(host) not in self._known:
            known = self._known.line()
            return 403, f'"{shown}" is not a name of this run on port 443, nothing was dialled; known: {known}'
        named = [bare(value) for name, value in headers if name == "host"]
        if any(name != bare(host) for name in named):
            return 403, f'"Host" is "{printable(named[0])}" but CONNECT asks for "{shown}"; send the same name in both'
        return None
