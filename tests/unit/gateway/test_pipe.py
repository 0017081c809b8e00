"""harness/gateway/pipe.py: connections that leave HTTP, over real TLS."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from harness.gateway import pipe
from harness.gateway.gateway import Gateway

Connect = Callable[..., ssl.SSLSocket]

HOST = "app.pelanor.io"
UPGRADE = (
    f"GET /stream HTTP/1.1\r\nHost: {HOST}\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n".encode()
)


@pytest.fixture
def upstream() -> Iterator[tuple[int, list[bytes]]]:
    """A server that agrees to leave HTTP and then says everything twice; its port and the head it was sent."""
    heads: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        accepted, _ = listening.accept()
        with accepted:
            heads.append(accepted.recv(4096))
            accepted.sendall(b"HTTP/1.1 101 Switching Protocols\r\n\r\n")
            while said := accepted.recv(4096):
                accepted.sendall(said * 2)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield listening.getsockname()[1], heads
    listening.close()
    thread.join(5)


def _piping(port: int) -> Any:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        connection = pipe.offered(scope)
        if connection is None:
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b""})
        else:
            there = await asyncio.open_connection("127.0.0.1", port)
            there[1].write(b"GET /stream HTTP/1.1\r\n\r\n")
            await pipe.join(connection(), there)

    return app


def test_bytes_pass_both_ways(
    serve: Callable[..., Gateway], connect: Connect, upstream: tuple[int, list[bytes]]
) -> None:
    """After the handshake whatever is said reaches the other end, and the answer comes back."""
    port, heads = upstream
    with connect(serve({HOST: _piping(port)}), HOST) as client:
        client.sendall(UPGRADE)
        assert client.recv(4096).startswith(b"HTTP/1.1 101")
        client.sendall(b"\x81\x02hi")
        assert client.recv(4096) == b"\x81\x02hi" * 2

    assert heads == [b"GET /stream HTTP/1.1\r\n\r\n"]


def test_other_requests_stay_http(
    serve: Callable[..., Gateway], connect: Connect, upstream: tuple[int, list[bytes]]
) -> None:
    """A request that does not ask to leave HTTP is offered no pipe."""
    with connect(serve({HOST: _piping(upstream[0])}), HOST) as client:
        client.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n".encode())

        assert client.recv(4096).startswith(b"HTTP/1.1 204")


def test_open_pipe_ends_with_the_gateway(
    serve: Callable[..., Gateway], connect: Connect, upstream: tuple[int, list[bytes]], loop: asyncio.AbstractEventLoop
) -> None:
    """A gateway that stops hangs up on both ends."""
    gateway = serve({HOST: _piping(upstream[0])})
    with connect(gateway, HOST) as client:
        client.sendall(UPGRADE)
        assert client.recv(4096).startswith(b"HTTP/1.1 101")

        asyncio.run_coroutine_threadsafe(gateway.__aexit__(None, None, None), loop).result(10)

        with contextlib.suppress(OSError):
            assert client.recv(4096) == b""


def test_answer_that_will_never_be_whole_is_hung_up_without_a_word(
    serve: Callable[..., Gateway], connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    """The client gets what there was and the end of the connection; no server complains of the app in the log."""

    async def half(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        pipe.hang_up(scope)

    with connect(serve({HOST: half}), HOST) as client:
        client.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        said = b""
        while some := client.recv(4096):
            said += some

    assert said.endswith(b"\r\n\r\nhalf")
    assert caplog.records == []
