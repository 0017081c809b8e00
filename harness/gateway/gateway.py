"""The gateway as one thing: started, asked for addresses, stopped."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from harness.gateway import chromium
from harness.gateway.authority import Authority
from harness.gateway.dispatch import Dispatcher, Resolve
from harness.gateway.door import Door, Refused
from harness.gateway.hosts import KnownHosts
from harness.gateway.listener import Listener
from harness.gateway.recording import Clocks, Recording
from harness.gateway.sockets import LOOPBACK, PortTaken

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from harness.record.exchange import Headers, Recorder

__all__ = ["Gateway", "PortTaken"]


class Gateway:
    """Serves the apps of `resolve` under their production names, on loopback only; an async context manager.

    Args:
        resolve: from a bare host name to its ASGI app, or None.
        known_hosts: the names of the run, such as "login.microsoftonline.com"; "*.okta.com" stands for all below it.
            Read live; a browser keeps the names of its start.
        recorder: told of every exchange; without one nothing is wrapped.
        tls_port: of the TLS listener; 0 for a free one.
        door_port: of the CONNECT door; 0 for a free one.
        monotonic: seconds for durations in the recording.
        wall: seconds since 1970 for the recording.

    `async with` raises PortTaken when a port asked for is in use. After it, `tls_port`, `door_port`, `proxy_url`
    and `ca_bundle` hold what programs need; they may be read from any thread. `turned_away` holds, oldest first, what
    the door did not open for: names with a port, and whole addresses that a program asked for without TLS.
    """

    tls_port: int
    door_port: int
    proxy_url: str
    ca_bundle: Path

    def __init__(
        self,
        resolve: Resolve,
        known_hosts: Collection[str],
        recorder: Recorder | None = None,
        *,
        tls_port: int = 0,
        door_port: int = 0,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._known = KnownHosts(known_hosts)
        self._asked = (tls_port, door_port)
        self._app: ASGIApp = Dispatcher(resolve, self._known)
        self.turned_away: list[str] = []
        self._refused: Refused = _unheard
        if recorder is not None:
            recording = Recording(self._app, recorder, Clocks(monotonic, wall))
            self._app, self._refused = recording, recording.refused

    async def __aenter__(self) -> Self:
        """Start listening on both ports.

        Raises:
            PortTaken: a port asked for is in use; nothing is left behind.
        """
        # mkdtemp makes the folder for its owner only (0700).
        self._folder = tempfile.TemporaryDirectory(prefix="sso-harness-")
        self._authority = Authority(Path(self._folder.name))
        self._listener = Listener(self._app, self._authority)
        self._door = Door(self._listener, self._known, self._turn_away)
        try:
            await self._listener.start(self._asked[0])
            await self._door.start(self._asked[1])
        except BaseException:
            await self._stop()
            raise
        self.tls_port = self._listener.port
        self.door_port = self._door.port
        self.proxy_url = f"http://{LOOPBACK}:{self.door_port}"
        self.ca_bundle = self._authority.ca_bundle
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close ports and connections, cancel requests still running, remove the folder."""
        await self._stop()

    def environment(self) -> dict[str, str]:
        """Variables that send a child program's HTTPS through the door and make it trust the run's authority.

        Plain HTTP is sent to the door too, which refuses it; the exceptions a shell may hold are emptied.
        Sources: curl(1) and libcurl's environment page (proxies, CURL_CA_BUNDLE); OpenSSL's SSL_CTX_load_verify_locations
        (SSL_CERT_FILE); Requests' advanced usage (REQUESTS_CA_BUNDLE); Node's command-line page (NODE_EXTRA_CA_CERTS,
        NODE_USE_ENV_PROXY); Deno's environment variables (DENO_CERT).
        """
        bundle = str(self.ca_bundle)
        through = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
        trust = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "DENO_CERT")
        return {
            **dict.fromkeys(through, self.proxy_url),
            **dict.fromkeys(trust, bundle),
            "NODE_USE_ENV_PROXY": "1",
            "NO_PROXY": "",
            "no_proxy": "",
        }

    @property
    def names(self) -> list[str]:
        """The run's names, as a browser that starts now learns them."""
        return self._known.names()

    def chromium_arguments(self) -> list[str]:
        """Command-line arguments with which Chromium reaches the run's names and nothing else."""
        return chromium.arguments(self.names, self.tls_port, self._authority.fingerprint)

    def _turn_away(self, target: str, headers: Headers, status: int, sentence: str) -> None:
        self.turned_away.append(target)
        self._refused(target, headers, status, sentence)

    def mistrust(self, host: str) -> None:
        """Serve `host` under a certificate that nobody trusts, from the next connection on."""
        self._authority.mistrust(host)

    async def _stop(self) -> None:
        await self._door.stop()
        await self._listener.stop()
        self._folder.cleanup()


def _unheard(target: str, headers: Headers, status: int, sentence: str) -> None:
    """Nobody records: a refused tunnel is told to its client only."""
