"""What Entra stamps on every answer: trace, correlation and time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service


def guid(service: Service) -> str:
    """A fresh GUID (version 4) from the service's randomness."""
    raw = service.random.randbytes(16).hex()
    return f"{raw[:8]}-{raw[8:12]}-4{raw[13:16]}-{'89ab'[int(raw[16], 16) & 3]}{raw[17:20]}-{raw[20:]}"


def identifier(service: Service) -> str:
    """A fresh trace id: its last two digits are small in captures, mostly "00" (recorded HTTP, Azure SDK for JS)."""
    return guid(service)[:-2] + "00"


@dataclass(frozen=True, slots=True)
class Trace:
    """Trace id (also the header "x-ms-request-id"), correlation id and time (seconds) of one answer."""

    trace_id: str
    correlation_id: str
    at: int

    @property
    def timestamp(self) -> str:
        """The time as in JSON bodies and descriptions: "2021-10-29 17:16:31Z"."""
        return datetime.datetime.fromtimestamp(self.at, datetime.UTC).strftime("%Y-%m-%d %H:%M:%SZ")

    @property
    def page_timestamp(self) -> str:
        """The time as on error pages: "2022-04-29T22:14:59Z"."""
        return self.timestamp.replace(" ", "T")

    def describe(self, text: str) -> str:
        """An error's text with the trace appended, line by line (CRLF)."""
        stamp = f"Trace ID: {self.trace_id}\r\nCorrelation ID: {self.correlation_id}\r\nTimestamp: {self.timestamp}"
        return f"{text}\r\n{stamp}"


def start(service: Service, request: Request) -> Trace:
    """The trace of an answer to `request`; a "client-request-id" is echoed as correlation id."""
    asked = request.headers.get("client-request-id") or request.query_params.get("client-request-id")
    return Trace(identifier(service), asked or guid(service), service.now())


def iso(at: int) -> str:
    """A time (seconds) as grants' dates stand in error texts: "2021-10-29T17:16:31.0000000Z"."""
    return datetime.datetime.fromtimestamp(at, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.0000000Z")
