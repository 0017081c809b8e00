"""Listening sockets on the loopback address."""

from __future__ import annotations

import socket

LOOPBACK = "127.0.0.1"
"""The only address anything here listens on."""


class PortTaken(Exception):
    """The port asked for is in use; the message is one line for a person."""


def listening(port: int = 0) -> socket.socket:
    """A socket that listens on 127.0.0.1; port 0 lets the system choose a free one.

    Raises:
        PortTaken: the port asked for is in use or may not be used.
    """
    # IPPROTO_TCP is named because asyncio sets TCP_NODELAY only then; without it every answer waits 40 ms.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((LOOPBACK, port))
        made.listen(1024)
        made.settimeout(0)
    except OSError as error:
        made.close()
        why = error.strerror or error
        raise PortTaken(
            f"port {port} on {LOOPBACK} cannot be used ({why}); name another, or 0 for a free one"
        ) from None
    return made
