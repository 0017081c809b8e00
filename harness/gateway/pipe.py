"""A connection that leaves HTTP, such as a WebSocket, becomes a pipe: bytes pass both ways and nobody looks at them.

Sources: RFC 9110, 7.8 (Upgrade); RFC 6455, 4.1 (the handshake is a GET).
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from starlette.types import Scope

EXTENSION = "sso_harness.pipe"
"""Under this name a scope's extensions offer the connection itself."""

Pipe = Callable[[str, int, bytes], Awaitable[None]]
"""Connects the client with `host` and `port`, where `head` (a whole request head) is said first; ends with the connection."""

_CHUNK = 64 * 1024  # bytes


def offered(scope: Scope) -> Pipe | None:
    """The pipe for a request that asks to leave HTTP; None for every other one."""
    headers = dict(scope["headers"])
    if b"upgrade" not in headers or b"upgrade" not in headers.get(b"connection", b"").lower():
        return None
    return cast("Pipe | None", scope.get("extensions", {}).get(EXTENSION))


async def connect(
    client: asyncio.Transport, host: str, port: int, head: bytes, *, ready: Callable[[], None] = lambda: None
) -> None:
    """Pipe between `client`, an accepted connection, and `host`:`port` until either side hangs up.

    `ready` is called once the other end has answered the call, before anything is said there.

    Raises:
        OSError: Nobody listens there; the client is left as it was.
    """
    there, back = await asyncio.open_connection(host, port)
    ready()
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    client.set_protocol(protocol)
    protocol.connection_made(client)
    writer = asyncio.StreamWriter(client, protocol, reader, asyncio.get_running_loop())
    client.resume_reading()
    back.write(head)
    ways = [asyncio.ensure_future(pump(reader, back)), asyncio.ensure_future(pump(there, writer))]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        back.close()
        writer.close()


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Move bytes until the sender has no more; then tell the receiver so."""
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
