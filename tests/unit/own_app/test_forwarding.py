"""harness/own_app/forwarding.py: requests go to where the app really listens, as a balancer would hand them on."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
import pytest

from harness.own_app.forwarding import Forwarder

Answer = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

Seen = tuple[httpx2.Response | Exception, list[str], Forwarder]


def _through(answer: Answer | None, slowest: float = 5, **asked: Any) -> Seen:
    """One request through a forwarder to an app that answers so (None: nobody listens)."""
    trouble: list[str] = []

    held = socket.socket()
    held.bind(("127.0.0.1", 0))  # nobody else gets this port, and nobody listens there

    async def ask() -> Seen:
        over = asyncio.Event()

        async def app(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            assert answer is not None
            await answer(reader, writer)
            writer.close()
            await writer.wait_closed()
            over.set()

        server = await asyncio.start_server(app, "127.0.0.1", 0) if answer else None
        port = server.sockets[0].getsockname()[1] if server else held.getsockname()[1]
        forwarder = Forwarder(f"http://127.0.0.1:{port}", slowest, trouble.append)
        transport = httpx2.ASGITransport(forwarder)
        try:
            async with httpx2.AsyncClient(transport=transport, base_url="https://shop.example") as client:
                try:
                    found = await client.request(**{"method": "GET", "url": "/a%2Fb?c=%20d"} | asked)
                except AssertionError:  # a server closes the connection whose answer is incomplete
                    return ConnectionError(), trouble, forwarder
                return found, trouble, forwarder
        finally:
            await forwarder.close()
            if server:
                await over.wait()
                server.close()

    with held:
        return asyncio.run(ask())


async def _echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(it[15:]) for it in head.lower().split(b"\r\n") if it.startswith(b"content-length:")), 0)
    said = head + (await reader.readexactly(length) if length else b"")
    fields = b"Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nConnection: close\r\nLocation: /next"
    writer.write(b"HTTP/1.1 302 Found\r\n%s\r\nContent-Length: %d\r\n\r\n" % (fields, len(said)) + said)


async def _hangs(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def _breaks_off(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")


async def _stands_still(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await _breaks_off(reader, writer)
    await reader.read()


async def _rubbish(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"\x00\xff\x00\xff\r\n\r\n")


def _text(found: httpx2.Response | Exception) -> str:
    assert isinstance(found, httpx2.Response)
    return found.text


def test_app_is_asked_as_by_a_balancer() -> None:
    """Target untouched, public Host kept, TLS told of; what a client says under those names is not believed."""
    spoofed = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example", "Connection": "close"}

    head = _text(_through(_echo, headers=spoofed)[0]).lower()

    assert head.startswith("get /a%2fb?c=%20d http/1.1\r\n")
    assert "host: shop.example\r\n" in head
    assert "x-forwarded-host: shop.example\r\nx-forwarded-proto: https\r\nx-forwarded-port: 443\r\n" in head
    assert "evil.example" not in head


def test_body_and_cookies_pass() -> None:
    """What is posted arrives; each cookie and the redirect come back, the connection's own fields do not."""
    found, trouble, _ = _through(_echo, method="POST", content=b"name=alice")

    assert _text(found).endswith("name=alice")
    assert isinstance(found, httpx2.Response)
    assert found.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert found.headers["location"] == "/next"
    assert "connection" not in found.headers
    assert trouble == []


def test_app_that_does_not_answer_is_given_up() -> None:
    """After its time: 504 and one line, and whoever looks after the app is told that it may hang for good."""
    found, trouble, forwarder = _through(_hangs, slowest=0.3)

    assert isinstance(found, httpx2.Response)
    assert found.status_code == 504
    assert trouble == ['the app does not answer /a/b within 0.3 seconds; raise "app.slowest" if it may']
    assert forwarder.given_up


def test_app_that_is_not_there_is_told() -> None:
    """Nobody listens: 502 and one line with the address."""
    found, [trouble], forwarder = _through(None)

    assert isinstance(found, httpx2.Response)
    assert found.status_code == 502
    assert trouble.startswith("the app cannot be reached at http://127.0.0.1:")
    assert not forwarder.given_up


def test_rubbish_is_told() -> None:
    """What is no HTTP: 502 and one line."""
    found, [trouble], _ = _through(_rubbish)

    assert isinstance(found, httpx2.Response)
    assert found.status_code == 502
    assert "for /a/b (" in trouble
    assert "\n" not in trouble


def test_answer_broken_off_is_told() -> None:
    """Half an answer: the connection ends as the app's did, and the line says so."""
    found, [trouble], _ = _through(_breaks_off)

    assert isinstance(found, ConnectionError)
    assert trouble.startswith("the app broke off its answer to /a/b (")


def test_answer_that_stands_still_is_told() -> None:
    """Half an answer and then nothing: the line says for how long, and by which key."""
    found, trouble, _ = _through(_stands_still, slowest=0.3)

    assert isinstance(found, ConnectionError)
    assert trouble == ['the app\'s answer to /a/b stood still for 0.3 seconds; raise "app.slowest" if it may']


def test_an_app_may_close_a_connection_that_it_promised_to_keep() -> None:
    """Servers drop idle connections when they like; the next request must not be lost with one."""
    statuses: list[int] = []
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": [(b"host", b"shop.example")]}

    handled: list[asyncio.Task[Any] | None] = []

    async def answer_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handled.append(asyncio.current_task())
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok")
        await reader.read(1)  # the next request arrives, and is not answered any more
        writer.close()
        await writer.wait_closed()

    async def send(message: Any) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    async def ask_twice() -> None:
        async with await asyncio.start_server(answer_once, "127.0.0.1", 0) as server:
            forwarder = Forwarder(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", 5, print)
            for _ in range(2):
                await forwarder(scope, send, send)
            await forwarder.close()
            await asyncio.gather(*filter(None, handled))

    asyncio.run(ask_twice())

    assert statuses == [200, 200]


@pytest.mark.parametrize(("status", "crashed"), [(b"500 Internal Server Error", True), (b"404 Not Found", False)])
def test_server_error_is_remembered(status: bytes, *, crashed: bool) -> None:
    """The answer passes as it is, and whoever looks after the app knows that its last words are worth reading."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n" % status)

    _, trouble, forwarder = _through(answer)

    assert forwarder.crashed == crashed
    assert trouble == []
