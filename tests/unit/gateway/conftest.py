"""A gateway in a background event loop, and a plain TLS client that does exactly what it is told."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

from harness.gateway.gateway import Gateway

HOSTS = ("app.pelanor.io", "login.microsoftonline.com")


def app_named(name: str) -> Any:
    """An ASGI app that answers every request with its name, the request's path and its body."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        text = f"{name} {scope['method']} {scope['path']} ".encode() + body
        headers = [(b"content-length", str(len(text)).encode()), (b"x-app", name.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": text})

    return app


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """An event loop that runs in a thread of its own."""
    running = asyncio.new_event_loop()
    thread = threading.Thread(target=running.run_forever)
    thread.start()
    yield running
    running.call_soon_threadsafe(running.stop)
    thread.join()
    running.close()


@pytest.fixture
def serve(loop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Gateway]]:
    """Starts a gateway with apps by host name; it is stopped after the test."""
    with contextlib.ExitStack() as stack:

        def started(apps: dict[str, Any] | None = None, **options: Any) -> Gateway:
            apps = apps if apps is not None else {host: app_named(host) for host in HOSTS}
            gateway = Gateway(apps.get, options.pop("known", apps.keys()), options.pop("recorder", None), **options)
            asyncio.run_coroutine_threadsafe(gateway.__aenter__(), loop).result(10)
            stack.callback(
                lambda: asyncio.run_coroutine_threadsafe(gateway.__aexit__(None, None, None), loop).result(10)
            )
            return gateway

        yield started


@pytest.fixture
def gateway(serve: Callable[..., Gateway]) -> Gateway:
    """A gateway with two hosts of two registrable domains."""
    return serve()


@pytest.fixture
def connect() -> Iterator[Callable[..., ssl.SSLSocket]]:
    """Opens a TLS connection to a gateway under a server name (SNI); it is closed after the test."""
    with contextlib.ExitStack() as stack:

        def opened(gateway: Gateway, server_name: str | None, door: str | None = None) -> ssl.SSLSocket:
            context = ssl.create_default_context(cafile=str(gateway.ca_bundle))
            context.check_hostname = server_name is not None
            # What Python 3.13 asks for by default.
            context.verify_flags |= ssl.VERIFY_X509_STRICT
            port = gateway.door_port if door else gateway.tls_port
            raw = stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
            if door:
                raw.sendall(f"CONNECT {door}:443 HTTP/1.1\r\n\r\n".encode())
                assert raw.recv(4096).startswith(b"HTTP/1.1 200 ")
            return stack.enter_context(context.wrap_socket(raw, server_hostname=server_name))

        yield opened


@pytest.fixture
def ask() -> Callable[..., str]:
    """Sends one raw request head over a connection and reads the answer's head and body."""

    def asked(connection: socket.socket, head: str) -> str:
        connection.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += connection.recv(65536)
        headers, _, body = answer.partition(b"\r\n\r\n")
        length = next(int(line[16:]) for line in headers.split(b"\r\n") if line.startswith(b"content-length: "))
        while len(body) < length:
            body += connection.recv(65536)
        return (headers + b"\n" + body).decode()

    return asked


@pytest.fixture
def client() -> Iterator[Callable[..., httpx2.Client]]:
    """Makes an HTTP client that reaches a gateway through its door and trusts its authority."""
    with contextlib.ExitStack() as stack:

        def made(gateway: Gateway) -> httpx2.Client:
            trust = ssl.create_default_context(cafile=str(gateway.ca_bundle))
            return stack.enter_context(httpx2.Client(proxy=gateway.proxy_url, verify=trust, trust_env=False))

        yield made
