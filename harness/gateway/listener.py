"""The one TLS listener that serves every name of the run."""

from __future__ import annotations

import asyncio
import ssl
import time
from email.utils import formatdate
from typing import TYPE_CHECKING, Any, cast

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from harness.gateway import pipe
from harness.gateway.arrival import Arrival
from harness.gateway.authority import HostContext
from harness.gateway.sockets import listening

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from harness.gateway.authority import Authority

_HANDSHAKE = 10.0  # seconds a client may take for TLS
_SHUTDOWN = 1.0  # seconds a client may take to say goodbye in TLS
_IDLE = 75  # seconds a connection may stay open without a request
_GOODBYE = 1.0  # seconds a running request may take to end when the listener stops
_TICKS = 50  # turns of the event loop that the end of a connection may take; it needs three


class _Connection(HttpToolsProtocol):
    """uvicorn's HTTP/1.1, with each request stamped by how it arrived."""

    def __init__(self, config: Config, state: ServerState, arrival: Arrival) -> None:
        super().__init__(config=config, server_state=state, app_state={})
        self._arrival = arrival

    def on_message_begin(self) -> None:
        super().on_message_begin()
        scope = cast("dict[str, Any]", self.scope)
        self._arrival.stamp(scope)
        scope["extensions"] = {pipe.EXTENSION: self._leave_http}
        # uvicorn's own server renews this in a timer, which would also delay the stop by a tenth of a second.
        self.server_state.default_headers = [(b"date", formatdate(time.time(), usegmt=True).encode())]

    def _unsupported_upgrade_warning(self) -> None:
        """Whether a connection leaves HTTP is the app's business; one that stays is answered as usual."""

    def _leave_http(self) -> pipe.Streams:
        self._unset_keepalive_if_required()
        self.cycle.disconnected = True  # uvicorn then expects no answer from the app
        return pipe.streams(self.transport, lambda: self.connections.discard(self))

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        # uvicorn leaves the timer running when the client resets the connection.
        self._unset_keepalive_if_required()


class _Threshold(asyncio.Protocol):
    """Keeps what a client says between the end of its handshake and the moment HTTP listens."""

    def __init__(self) -> None:
        self.heard = bytearray()
        self.lost = False

    def data_received(self, data: bytes) -> None:
        self.heard += data

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self.lost = True


class _Accepted(asyncio.Protocol):
    """A connection that has just come in: TLS is all it may speak."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._listener.adopt(cast("asyncio.Transport", transport))


class Listener:
    """TLS, then HTTP/1.1, on one loopback port; runs in the caller's event loop.

    TLS is started on connections already accepted, so the door hands its own over without dialling anything.
    uvicorn's protocol is used without uvicorn's server, whose stop takes 100 ms at least.
    """

    def __init__(self, app: ASGIApp, authority: Authority) -> None:
        self._app = app
        self._stopping = False
        self._config = Config(
            cast("Any", self._serve),  # uvicorn and Starlette each have their own words for the same ASGI types
            http="httptools",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            timeout_keep_alive=_IDLE,
        )
        self._config.load()
        self._state = ServerState()
        self._context = authority.listening_context()
        self._handshakes: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self, port: int = 0) -> None:
        """Listen; `self.port` holds the port afterwards.

        Raises:
            PortTaken: the port asked for is in use.
        """
        socket = listening(port)
        self.port = socket.getsockname()[1]
        self._server = await asyncio.get_running_loop().create_server(lambda: _Accepted(self), sock=socket)

    def adopt(self, transport: asyncio.Transport, tunnel: str | None = None) -> None:
        """Take over an accepted connection: TLS first, then HTTP. `tunnel` is the host of its CONNECT request."""
        transport.pause_reading()
        task = asyncio.get_running_loop().create_task(self._welcome(transport, tunnel))
        self._handshakes.add(task)
        task.add_done_callback(self._handshakes.discard)

    async def stop(self) -> None:
        """Close the port, every connection and every request still running; returns when they are gone.

        An app that neither ends nor can be cancelled (one that blocks a thread) is left behind after a second.
        """
        self._stopping = True
        if self._server is not None:
            self._server.close()
        for handshake in self._handshakes:
            handshake.cancel()
        for connection in list(self._state.connections):
            connection.transport.abort()
        await self._until_gone()
        # Only now: uvicorn calls a cancelled app an error as long as its connection stands.
        for request in self._state.tasks:
            request.cancel()
        tasks = [*self._handshakes, *self._state.tasks]
        if tasks:
            await asyncio.wait(tasks, timeout=_GOODBYE)
        # One more turn: sockets are closed right after their protocols are told.
        await asyncio.sleep(0)

    async def _until_gone(self) -> None:
        for _ in range(_TICKS):
            if not self._state.connections:
                return
            await asyncio.sleep(0)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            if not self._stopping:
                raise

    async def _welcome(self, transport: asyncio.Transport, tunnel: str | None) -> None:
        threshold = _Threshold()
        try:
            secure = await asyncio.get_running_loop().start_tls(
                transport,
                threshold,
                self._context,
                server_side=True,
                ssl_handshake_timeout=_HANDSHAKE,
                ssl_shutdown_timeout=_SHUTDOWN,
            )
        except OSError:  # not TLS, no name, not trusting the certificate, gone, or too slow: the client knows why
            transport.abort()
            return
        except asyncio.CancelledError:
            transport.abort()
            raise
        if secure is None or threshold.lost:
            return
        spoken: ssl.SSLObject = secure.get_extra_info("ssl_object")
        arrival = Arrival(cast("HostContext", spoken.context).host, tunnel)
        http = _Connection(self._config, self._state, arrival)
        secure.set_protocol(http)
        http.connection_made(secure)
        if threshold.heard:
            http.data_received(bytes(threshold.heard))
