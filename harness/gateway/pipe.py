"""A connection that leaves HTTP, such as a WebSocket: the app takes it over, bytes pass, and nobody looks at them.

Sources: RFC 9110, 7.8 (Upgrade); RFC 6455, 4.1 (the handshake is a GET).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from starlette.types import Scope

EXTENSION = "sso_harness.pipe"
"""Under this name a scope's extensions offer the connection itself."""

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]

_CHUNK = 64 * 1024  # bytes


def offered(scope: Scope) -> Callable[[], Streams] | None:
    """How to take over the connection of a request that asks to leave HTTP; None for every other one."""
    headers = dict(scope["headers"])
    if b"upgrade" not in headers or b"upgrade" not in headers.get(b"connection", b"").lower():
        return None
    return cast("Callable[[], Streams] | None", scope.get("extensions", {}).get(EXTENSION))


def hang_up(scope: Scope) -> None:
    """Close the connection of a request whose answer has begun and will never be whole (RFC 9112, 8)."""
    leave = cast("Callable[[], Streams] | None", scope.get("extensions", {}).get(EXTENSION))
    if leave is not None:
        leave()[1].close()


class _Left(asyncio.StreamReaderProtocol):
    def __init__(self, reader: asyncio.StreamReader, gone: Callable[[], None]) -> None:
        super().__init__(reader)
        self._gone = gone

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._gone()


def streams(transport: asyncio.Transport, gone: Callable[[], None]) -> Streams:
    """The accepted connection as plain streams; `gone` is called when it ends."""
    reader = asyncio.StreamReader()
    protocol = _Left(reader, gone)
    transport.set_protocol(protocol)
    protocol.connection_made(transport)
    transport.resume_reading()
    return reader, asyncio.StreamWriter(transport, protocol, reader, asyncio.get_running_loop())


async def join(one: Streams, other: Streams) -> None:
    """Pass bytes both ways until either side hangs up, then hang up on both."""
    ways = [asyncio.ensure_future(pump(one[0], other[1])), asyncio.ensure_future(pump(other[0], one[1]))]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        for _, writer in (one, other):
            writer.close()
        await asyncio.gather(*ways, return_exceptions=True)


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Move bytes until the sender has no more; then tell the receiver so."""
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
