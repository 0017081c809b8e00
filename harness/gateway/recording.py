"""The ASGI wrapper that tells a recorder what crossed; installed only when there is a recorder."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.gateway.arrival import Arrival
from harness.record.exchange import Exchange, Headers, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 1024 * 1024
"""How much of a body is kept, in bytes."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of a recording, each in seconds: monotonic for durations, wall for people."""

    monotonic: Callable[[], float]
    wall: Callable[[], float]


@dataclass(slots=True)
class _Body:
    """The first MOST_BYTES of a body."""

    kept: bytearray = field(default_factory=bytearray)
    truncated: bool = False

    def add(self, data: bytes) -> None:
        room = MOST_BYTES - len(self.kept)
        self.kept += data[:room]
        self.truncated = self.truncated or len(data) > room


class _Capture:
    """What crosses while one request is answered; stands between the server and the app."""

    def __init__(self, number: int, scope: Scope, clocks: Clocks, recorder: Recorder) -> None:
        self._number, self._scope, self._clocks, self._recorder = number, scope, clocks, recorder
        self._started, self._started_at = clocks.monotonic(), clocks.wall()
        self._asked, self._answered = _Body(), _Body()
        self._status: int | None = None
        self._headers: Headers = ()
        self._complete = False
        self._told = False

    def hearing(self, receive: Receive) -> Receive:
        """`receive`, listened to."""

        async def heard() -> Message:
            message = await receive()
            self._asked.add(message.get("body", b""))
            return message

        return heard

    def saying(self, send: Send) -> Send:
        """`send`, listened to."""

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._status = message["status"]
                self._headers = _readable(message.get("headers", ()))
            elif message["type"] == "http.response.body":
                self._answered.add(message.get("body", b""))
                self._complete = not message.get("more_body", False)
            if self._complete:
                # Before the last bytes leave: whoever has read the answer finds it on the record.
                self.tell()
            await send(message)

        return said

    def tell(self) -> None:
        """Hand what crossed to the recorder, once."""
        if not self._told:
            self._told = True
            self._recorder.exchange(self._exchange())

    def _exchange(self) -> Exchange:
        return Exchange(
            id=self._number,
            started=self._started,
            ended=self._clocks.monotonic(),
            started_at=self._started_at,
            ended_at=self._clocks.wall(),
            via=Arrival.of(self._scope).via,
            method=self._scope["method"],
            url=_url(self._scope),
            request_headers=_readable(self._scope["headers"]),
            request_body=bytes(self._asked.kept),
            request_truncated=self._asked.truncated,
            status=self._status,
            response_headers=self._headers,
            response_body=bytes(self._answered.kept),
            response_truncated=self._answered.truncated,
            response_complete=self._complete,
        )


class Recording:
    """Wraps an app and hands every finished exchange to the recorder, also those that fail half-way."""

    def __init__(self, app: ASGIApp, recorder: Recorder, clocks: Clocks) -> None:
        self._app = app
        self._recorder = recorder
        self._clocks = clocks
        self._ids = itertools.count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, recorded."""
        capture = _Capture(next(self._ids), scope, self._clocks, self._recorder)
        try:
            await self._app(scope, capture.hearing(receive), capture.saying(send))
        finally:
            capture.tell()

    def refused(self, target: str, headers: Headers, status: int, sentence: str) -> None:
        """Tell the recorder of a tunnel the door did not open: `target` is what was asked for."""
        now, wall = self._clocks.monotonic(), self._clocks.wall()
        self._recorder.exchange(
            Exchange(
                id=next(self._ids),
                started=now,
                ended=now,
                started_at=wall,
                ended_at=wall,
                via="back channel",
                method="CONNECT",
                url=target,
                request_headers=headers,
                request_body=b"",
                request_truncated=False,
                status=status,
                response_headers=(),
                response_body=sentence.encode(),
                response_truncated=False,
                response_complete=True,
            ),
        )


def _readable(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in headers)


def _url(scope: Scope) -> str:
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    query = scope["query_string"].decode("latin-1")
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
    return f"https://{host}{path}{'?' if query else ''}{query}"
