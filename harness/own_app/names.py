"""The run's names on port 443 of this machine, for programs that know no proxy: one loopback address per name.

Linux answers on all of 127.0.0.0/8, so every run takes addresses of its own and two runs do not meet. Each address is
a plain pipe to the gateway's CONNECT door, which sees the name as if the program had asked for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Awaitable, Callable, Collection
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from harness.gateway.pipe import pump
from harness.gateway.sockets import PortTaken

PORT = 443

_TRIES = 20
_INSTEAD = (
    'let this user have it ("sudo sysctl net.ipv4.ip_unprivileged_port_start=443"), '
    'or use the proxy (reach = "proxy"), or "sso-harness serve --plain"'
)


class NamedAddresses:
    """Listens on an address of its own for each of `names` and pipes to the door at `proxy_url`.

    `hosts_file`, made in `folder`, is this machine's /etc/hosts with the names added.
    """

    def __init__(self, names: Collection[str], proxy_url: str, folder: Path, random: Random | None = None) -> None:
        self._names = sorted(name for name in names if "*" not in name)
        self._door = urlsplit(proxy_url)
        self._random = random or Random()  # noqa: S311 - addresses are no secret
        self._servers: list[asyncio.Server] = []
        self._pipes: set[asyncio.Task[None]] = set()
        self.addresses: dict[str, str] = {}
        self.hosts_file = folder / "hosts"

    async def start(self) -> None:
        """Listen on every name's address and write the hosts file.

        Raises:
            PortTaken: Port 443 cannot be had; the line says what to do instead.
        """
        sockets = self._block()
        for name, listening in zip(self._names, sockets, strict=True):
            self.addresses[name] = listening.getsockname()[0]
            self._servers.append(await asyncio.start_server(self._welcome(name), sock=listening))
        ours = "".join(f"{address} {name}\n" for name, address in self.addresses.items())
        machines = _machines_own()
        self.hosts_file.write_text(f"{ours}{machines}", encoding="utf-8")
        self.hosts_file.chmod(0o644)

    async def stop(self) -> None:
        """Close ports and pipes."""
        for server in self._servers:
            server.close()
        for pipe in list(self._pipes):
            pipe.cancel()
        await asyncio.gather(*self._pipes, return_exceptions=True)

    def _block(self) -> list[socket.socket]:
        """Listening sockets on neighbouring addresses of a block that nobody uses."""
        for _ in range(_TRIES):
            block = f"127.{self._random.randrange(1, 255)}.{self._random.randrange(256)}"
            made: list[socket.socket] = []
            try:
                for last in range(1, len(self._names) + 1):
                    made.append(_listening(f"{block}.{last}"))  # noqa: PERF401 - half of them must be closed when one fails
            except OSError as error:
                for one in made:
                    one.close()
                if error.errno != errno.EADDRINUSE:
                    raise PortTaken(f"port {PORT} cannot be had ({error.strerror}); {_INSTEAD}") from None
            else:
                return made
        raise PortTaken(f"port {PORT} is taken on every loopback address that was tried; {_INSTEAD}")

    def _welcome(self, name: str) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
        async def welcome(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            if task is not None:
                self._pipes.add(task)
                task.add_done_callback(self._pipes.discard)
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self._pipe(name, reader, writer)
            writer.close()

        return welcome

    async def _pipe(self, name: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._door.hostname, self._door.port)
        try:
            back.write(f"CONNECT {name}:{PORT} HTTP/1.1\r\nHost: {name}:{PORT}\r\n\r\n".encode())
            head = await there.readuntil(b"\r\n\r\n")
            if b" 200 " in head.partition(b"\r\n")[0]:
                await asyncio.gather(pump(reader, back), pump(there, writer))
        finally:
            back.close()


def _machines_own() -> str:
    return Path("/etc/hosts").read_text(encoding="utf-8", errors="replace")


def _listening(address: str) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.bind((address, PORT))
        made.listen(128)
        made.settimeout(0)
    except OSError:
        made.close()
        raise
    return made
