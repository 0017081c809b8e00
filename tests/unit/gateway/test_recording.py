"""harness/gateway/recording.py."""

import itertools
import ssl
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from harness.gateway import recording
from harness.gateway.gateway import Gateway
from harness.record.exchange import Exchange

Client = Callable[..., httpx2.Client]


class Heard(list[Exchange]):
    """A recorder that keeps what it is told."""

    def exchange(self, exchange: Exchange) -> None:
        """Keep it."""
        self.append(exchange)


@pytest.fixture
def heard() -> Heard:
    """What a gateway with this recorder tells."""
    return Heard()


def test_an_exchange_is_recorded(serve: Callable[..., Gateway], client: Client, heard: Heard) -> None:
    """Method, address, headers, bodies and status are kept as they crossed."""
    client(serve(recorder=heard)).put("https://app.pelanor.io/a%20b?c=d%26", content=b"sent", headers={"X-A": "1"})

    (it,) = heard
    assert (it.id, it.method, it.url) == (1, "PUT", "https://app.pelanor.io/a%20b?c=d%26")
    assert ("x-a", "1") in it.request_headers
    assert (it.request_body, it.status, it.response_body) == (b"sent", 200, b"app.pelanor.io PUT /a b sent")
    assert ("x-app", "app.pelanor.io") in it.response_headers
    assert (it.request_truncated, it.response_truncated, it.response_complete) == (False, False, True)


def test_the_way_taken_is_recorded(
    serve: Callable[..., Gateway],
    client: Client,
    heard: Heard,
    connect: Callable[..., ssl.SSLSocket],
    ask: Callable[..., str],
) -> None:
    """What comes through the door is the back channel; what comes straight is the browser."""
    gateway = serve(recorder=heard)

    client(gateway).get("https://app.pelanor.io/")
    ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: app.pelanor.io")

    assert [(it.id, it.via) for it in heard] == [(1, "back channel"), (2, "browser")]


def test_clocks_are_passed_in(serve: Callable[..., Gateway], client: Client, heard: Heard) -> None:
    """Times come from the clocks the gateway was given."""
    ticks, days = itertools.count(10), itertools.count(1000)
    gateway = serve(recorder=heard, monotonic=lambda: float(next(ticks)), wall=lambda: float(next(days)))

    client(gateway).get("https://app.pelanor.io/")

    (it,) = heard
    assert (it.started, it.ended, it.started_at, it.ended_at) == (10.0, 11.0, 1000.0, 1001.0)


def test_long_bodies_are_cut_in_the_record_only(
    serve: Callable[..., Gateway], client: Client, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record keeps the beginning of a long body and says so; the client gets all of it."""
    monkeypatch.setattr(recording, "MOST_BYTES", 4)

    answer = client(serve(recorder=heard)).post("https://app.pelanor.io/", content=b"123456")

    (it,) = heard
    assert answer.text == "app.pelanor.io POST / 123456"
    assert (it.request_body, it.request_truncated) == (b"1234", True)
    assert (it.response_body, it.response_truncated) == (b"app.", True)


def test_a_failing_app_is_recorded_without_status(
    serve: Callable[..., Gateway], client: Client, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    """When no answer begins the record says so instead of guessing."""

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError("broken app")

    client(serve({"app.pelanor.io": broken}, recorder=heard)).get("https://app.pelanor.io/")

    assert [(it.status, it.response_complete) for it in heard] == [(None, False)]


def test_a_cut_answer_is_recorded_as_incomplete(
    serve: Callable[..., Gateway], client: Client, heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    """An answer that stops half-way keeps its status and is marked."""

    async def cut(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})

    with pytest.raises(httpx2.RemoteProtocolError):
        client(serve({"app.pelanor.io": cut}, recorder=heard)).get("https://app.pelanor.io/")

    assert [(it.status, it.response_body, it.response_complete) for it in heard] == [(200, b"half", False)]


def test_a_refused_tunnel_is_recorded(serve: Callable[..., Gateway], client: Client, heard: Heard) -> None:
    """What a program tried to reach in vain is on the record."""
    with pytest.raises(httpx2.ProxyError):
        client(serve(recorder=heard)).get("https://metadata.example/")

    (it,) = heard
    assert (it.method, it.url, it.status, it.via) == ("CONNECT", "metadata.example:443", 403, "back channel")


def test_nothing_is_wrapped_without_a_recorder(gateway: Gateway) -> None:
    """Without a recorder requests do not pass through the recording at all."""
    assert not isinstance(gateway._app, recording.Recording)
