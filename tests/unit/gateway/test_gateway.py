"""harness/gateway/gateway.py."""

import asyncio
import os
import ssl
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from harness.gateway.gateway import Gateway, PortTaken
from harness.gateway.sockets import listening


def _nobody(host: str) -> None:
    """No app at all."""


async def _opened(gateway: Gateway, path: str) -> asyncio.StreamWriter:
    """A TLS connection with one request sent on it."""
    trust = ssl.create_default_context(cafile=str(gateway.ca_bundle))
    host = "app.pelanor.io"
    reader, writer = await asyncio.open_connection("127.0.0.1", gateway.tls_port, ssl=trust, server_hostname=host)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    if path == "/":
        await reader.readuntil(b"\r\n\r\n")
    return writer


def _descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


async def _lived(asked: asyncio.Event) -> set[str]:
    """A gateway's life with every sort of connection open at its end; returns the temporary folder's rests."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/never":
            asked.set()
            await asyncio.Event().wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    async with Gateway({"app.pelanor.io": app}.get, ["app.pelanor.io"]) as gateway:
        folder = gateway.ca_bundle.parent
        writers = [await _opened(gateway, "/"), await _opened(gateway, "/never")]
        # Silent ones: the TLS handshake, or the CONNECT head, never comes.
        writers.append((await asyncio.open_connection("127.0.0.1", gateway.tls_port))[1])
        writers.append((await asyncio.open_connection("127.0.0.1", gateway.door_port))[1])
        await asked.wait()
        # The silent connections were opened before the last turn of the loop, so the servers have accepted them.
        await asyncio.sleep(0)
    for writer in writers:
        writer.transport.abort()
    await asyncio.sleep(0)
    return {folder.name} if folder.exists() else set()


def test_nothing_is_left_behind(caplog: pytest.LogCaptureFixture) -> None:
    """After the stop no task, descriptor, file or complaint remains, whatever was open or running."""

    async def scenario() -> tuple[set[str], int, int]:
        before = _descriptors()
        left = await _lived(asyncio.Event())
        await asyncio.sleep(0)
        return left, len(asyncio.all_tasks()), _descriptors() - before

    assert asyncio.run(scenario()) == (set(), 1, 0)
    assert caplog.text == ""


def test_the_ports_are_free_again() -> None:
    """Both ports can be listened on at once after the stop."""

    async def scenario() -> tuple[int, int]:
        async with Gateway(_nobody, ["app.pelanor.io"]) as gateway:
            return gateway.tls_port, gateway.door_port

    for port in asyncio.run(scenario()):
        listening(port).close()


@pytest.mark.parametrize("which", ["tls_port", "door_port"])
def test_a_taken_port_is_one_line(which: str) -> None:
    """A port in use is told in one line that names it, and nothing stays behind."""

    async def scenario(port: int) -> None:
        async with Gateway(_nobody, [], **cast("Any", {which: port})):
            pass

    with listening() as taken:
        port = taken.getsockname()[1]
        before = _descriptors()
        with pytest.raises(
            PortTaken, match=rf"^port {port} on 127\.0\.0\.1 cannot be used \(.*\); name another, or 0 for a free one$"
        ):
            asyncio.run(scenario(port))
        assert _descriptors() == before


def test_the_ports_asked_for_are_used() -> None:
    """Explicit ports are listened on as given."""
    with listening() as one, listening() as two:
        ports = one.getsockname()[1], two.getsockname()[1]

    async def scenario() -> tuple[int, int, str]:
        async with Gateway(_nobody, [], tls_port=ports[0], door_port=ports[1]) as gateway:
            return gateway.tls_port, gateway.door_port, gateway.proxy_url

    assert asyncio.run(scenario()) == (*ports, f"http://127.0.0.1:{ports[1]}")


def test_the_folder_is_the_owners() -> None:
    """Nobody else on the machine can read or replace the authority's certificate."""

    async def scenario() -> int:
        async with Gateway(_nobody, []) as gateway:
            return stat.S_IMODE(gateway.ca_bundle.parent.stat().st_mode)

    assert asyncio.run(scenario()) == 0o700


def test_environment_covers_every_exception_a_shell_may_hold(gateway: Gateway) -> None:
    """Variables that would lead around the door are overwritten, in both spellings."""
    shell = {
        "NO_PROXY": "*",
        "no_proxy": "*",
        "HTTPS_PROXY": "http://proxy.example",
        "https_proxy": "x",
        "ALL_PROXY": "x",
    }

    child = {**shell, **gateway.environment()}

    assert {child[name] for name in shell} == {"", gateway.proxy_url}


def test_a_program_needs_the_environment_only(gateway: Gateway) -> None:
    """A child program that knows nothing of the gateway reaches a production address and trusts it."""
    program = "import urllib.request as u; print(u.urlopen('https://app.pelanor.io/child').read().decode())"

    child = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, **gateway.environment()},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert child.stdout.strip() == "app.pelanor.io GET /child", child.stderr


def test_the_authority_is_a_pem_file(gateway: Gateway) -> None:
    """Programs get the authority as a PEM certificate."""
    assert Path(gateway.ca_bundle).read_text().startswith("-----BEGIN CERTIFICATE-----")
