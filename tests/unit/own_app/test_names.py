"""harness/own_app/names.py: the run's names on addresses of this machine, each a pipe to the gateway's door."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest

from harness.gateway.sockets import PortTaken
from harness.own_app import names, ports
from harness.own_app.names import NamedAddresses

LOGIN, API = "login.example", "api.example"


@pytest.fixture(autouse=True)
def _any_port(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that everybody may have stands for 443."""
    monkeypatch.setattr(names, "PORT", ports.free())


@asynccontextmanager
async def _door(answer: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A door that answers so to CONNECT and then says everything twice; its address, and what it was asked."""
    asked: list[bytes] = []
    over = asyncio.Event()

    async def open_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(answer)
        while said := await reader.read(99):
            writer.write(said * 2)
        writer.close()
        await writer.wait_closed()
        over.set()

    async with await asyncio.start_server(open_up, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
        if asked:
            await over.wait()


async def _says_hi(door: str, folder: Path) -> bytes:
    """What a program hears that says "hi" to the login name, and then has no more to say."""
    made = NamedAddresses([LOGIN], door, folder)
    await made.start()
    reader, writer = await asyncio.open_connection(made.addresses[LOGIN], names.PORT)
    writer.write(b"hi")
    writer.write_eof()
    heard = await reader.read()
    writer.close()
    await writer.wait_closed()
    await made.stop()
    return heard


def test_what_is_said_goes_through_the_door(tmp_path: Path) -> None:
    """The door is asked for the name, and then bytes pass both ways."""

    async def ask() -> tuple[bytes, list[bytes]]:
        async with _door(b"HTTP/1.1 200 OK\r\n\r\n") as (door, asked):
            return await _says_hi(door, tmp_path), asked

    heard, [head] = asyncio.run(ask())

    assert heard == b"hihi"
    assert head.startswith(f"CONNECT {LOGIN}:{names.PORT} HTTP/1.1\r\nHost: {LOGIN}:".encode())


def test_door_that_stays_shut_ends_the_connection(tmp_path: Path) -> None:
    """No byte of the door's refusal reaches a program that speaks TLS."""

    async def ask() -> bytes:
        async with _door(b"HTTP/1.1 403 Forbidden\r\n\r\n") as (door, _):
            return await _says_hi(door, tmp_path)

    assert asyncio.run(ask()) == b""


async def _started(folder: Path, random: Random | None = None) -> NamedAddresses:
    made = NamedAddresses([LOGIN, API, "*.okta.com"], "http://127.0.0.1:9", folder, random)
    await made.start()
    return made


def test_hosts_file_holds_the_names_and_the_machines_own(tmp_path: Path) -> None:
    """Each name has an address of its own, everything else is as on the machine; a pattern is no name."""

    async def look() -> dict[str, str]:
        made = await _started(tmp_path)
        await made.stop()
        return made.addresses

    addresses = asyncio.run(look())
    lines = (tmp_path / "hosts").read_text(encoding="utf-8")

    assert set(addresses) == {LOGIN, API}
    assert len(set(addresses.values())) == 2
    assert all(f"{address} {name}\n" in lines for name, address in addresses.items())
    assert lines.endswith(Path("/etc/hosts").read_text(encoding="utf-8", errors="replace"))


def test_two_runs_do_not_meet(tmp_path: Path) -> None:
    """A block of addresses that another run has is left to it, whatever chance says."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()

    async def look() -> tuple[set[str], set[str]]:
        one = await _started(tmp_path / "one", Random(1))
        other = await _started(tmp_path / "other", Random(1))
        await one.stop()
        await other.stop()
        return set(one.addresses.values()), set(other.addresses.values())

    one, other = asyncio.run(look())

    assert not one & other


def test_port_that_is_not_ours_to_have_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's words, and three ways out."""

    def refuse(_: str) -> socket.socket:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(names, "_listening", refuse)

    with pytest.raises(PortTaken, match=r"\(Permission denied\); let this user have it .* or use the proxy .*--plain"):
        asyncio.run(_started(tmp_path))
