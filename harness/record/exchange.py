"""One request and its answer as they crossed the gateway; timeline and HAR are readers of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Via = Literal["browser", "back channel"]
"""How a request arrived: straight at the TLS listener, or through the door as programs do that are no browser."""

Headers = tuple[tuple[str, str], ...]
"""Header fields in wire order; names in lower case, values decoded as latin-1."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, complete when the recorder gets it.

    Attributes:
        id: 1, 2, 3, … in the order the requests began; unique within one gateway.
        started: monotonic seconds when the request's head was read.
        ended: monotonic seconds just before the answer's last bytes were handed to the socket, or it was given up.
        started_at: wall clock of `started`, seconds since 1970.
        ended_at: wall clock of `ended`, seconds since 1970.
        via: "back channel" when it came through the door, else "browser".
        method: as sent, such as "POST".
        url: absolute, at the production address, query included; for a refused tunnel "host:port".
        request_headers: as received.
        request_body: at most the recorder's limit of bytes; what the app did not read is missing.
        request_truncated: the body was longer than what is kept.
        status: of the answer; None when no answer began (the app failed or cut the connection).
        response_headers: as sent by the app; connection-level fields added later are missing.
        response_body: at most the recorder's limit of bytes.
        response_truncated: the body was longer than what is kept.
        response_complete: the app sent its last byte; False for an answer that was cut.
    """

    id: int
    started: float
    ended: float
    started_at: float
    ended_at: float
    via: Via
    method: str
    url: str
    request_headers: Headers
    request_body: bytes
    request_truncated: bool
    status: int | None
    response_headers: Headers
    response_body: bytes
    response_truncated: bool
    response_complete: bool


class Recorder(Protocol):
    """Whoever wants to know what crossed the wire."""

    def exchange(self, exchange: Exchange) -> None:
        """Take one finished exchange; called in the gateway's event loop, so it returns at once and does not raise."""
