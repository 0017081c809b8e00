"""harness/gateway/listener.py and dispatch.py, over real TLS connections."""

import socket
import ssl
from collections.abc import Callable
from typing import Any

import pytest

from harness.gateway.gateway import Gateway
from harness.gateway.sockets import listening

Connect = Callable[..., ssl.SSLSocket]
Ask = Callable[..., str]


@pytest.mark.parametrize("host", ["app.pelanor.io", "login.microsoftonline.com"])
def test_each_name_has_its_app_and_certificate(gateway: Gateway, connect: Connect, ask: Ask, host: str) -> None:
    """One port serves every name, with a certificate that a client's own host check accepts."""
    answer = ask(connect(gateway, host), f"GET /x HTTP/1.1\nHost: {host}")

    assert answer.endswith(f"\n{host} GET /x ")


@pytest.mark.parametrize("host", ["app.pelanor.io:443", "APP.pelanor.io", "app.pelanor.io."])
def test_host_is_compared_bare(gateway: Gateway, connect: Connect, ask: Ask, host: str) -> None:
    """A port, capitals or a final dot in Host reach the same app."""
    assert "x-app: app.pelanor.io" in ask(connect(gateway, "app.pelanor.io"), f"GET / HTTP/1.1\nHost: {host}")


def test_unknown_host_is_misdirected(gateway: Gateway, connect: Connect, ask: Ask) -> None:
    """A host nobody serves is answered with 421 and one line that names those that are served."""
    answer = ask(connect(gateway, "evil.example"), "GET / HTTP/1.1\nHost: evil.example")

    assert answer.startswith("HTTP/1.1 421 ")
    assert answer.endswith(
        '\n"evil.example" is not a host of this run; known: app.pelanor.io, login.microsoftonline.com\n'
    )


def test_known_host_without_app_is_misdirected(serve: Callable[..., Gateway], connect: Connect, ask: Ask) -> None:
    """A name that is announced but resolves to no app is answered with 421 as well."""
    gateway = serve({}, known=["app.pelanor.io"])

    assert ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: app.pelanor.io").startswith("HTTP/1.1 421 ")


def test_an_app_is_served_under_announced_names_only(serve: Callable[..., Gateway], connect: Connect, ask: Ask) -> None:
    """A name that resolves to an app but is not one of the run's names is answered with 421."""
    gateway = serve(known=["login.microsoftonline.com"])

    assert ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: app.pelanor.io").startswith("HTTP/1.1 421 ")


def test_host_must_be_the_server_name(gateway: Gateway, connect: Connect, ask: Ask) -> None:
    """A connection opened for one name cannot be used to reach another."""
    answer = ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: login.microsoftonline.com")

    assert answer.startswith("HTTP/1.1 421 ")
    assert 'the TLS server name is "app.pelanor.io"' in answer


@pytest.mark.parametrize("head", ["GET / HTTP/1.1", "GET / HTTP/1.1\nHost: app.pelanor.io\nHost: app.pelanor.io"])
def test_exactly_one_host(gateway: Gateway, connect: Connect, ask: Ask, head: str) -> None:
    """No Host, or two, is a bad request."""
    assert ask(connect(gateway, "app.pelanor.io"), head).startswith("HTTP/1.1 400 ")


def test_a_client_that_names_no_host_gets_no_certificate(gateway: Gateway, connect: Connect) -> None:
    """Without a server name there is nothing to serve: the handshake fails."""
    with pytest.raises(OSError):
        connect(gateway, None)


def test_plain_http_is_not_spoken(gateway: Gateway) -> None:
    """The TLS port answers plain HTTP by closing."""
    with socket.create_connection(("127.0.0.1", gateway.tls_port), timeout=10) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: app.pelanor.io\r\n\r\n")

        assert b"HTTP/" not in plain.recv(4096)


def test_a_connection_is_kept(gateway: Gateway, connect: Connect, ask: Ask) -> None:
    """Requests follow each other on one connection."""
    connection = connect(gateway, "app.pelanor.io")

    answers = [ask(connection, f"GET /{number} HTTP/1.1\nHost: app.pelanor.io") for number in (1, 2)]

    assert [answer.split()[-1] for answer in answers] == ["/1", "/2"]


def test_date_is_sent_once(gateway: Gateway, connect: Connect, ask: Ask) -> None:
    """An answer carries one Date, and says nothing of the server."""
    answer = ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: app.pelanor.io")

    assert answer.count("\ndate: ") == 1
    assert "\nserver: " not in answer


def test_a_request_in_the_handshakes_last_flight_is_heard(gateway: Gateway) -> None:
    """Bytes that arrive together with the end of the handshake are not lost."""
    coming, going = ssl.MemoryBIO(), ssl.MemoryBIO()
    context = ssl.create_default_context(cafile=str(gateway.ca_bundle))
    tls = context.wrap_bio(coming, going, server_hostname="app.pelanor.io")
    with socket.create_connection(("127.0.0.1", gateway.tls_port), timeout=10) as raw:
        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                raw.sendall(going.read())
                coming.write(raw.recv(65536))
        tls.write(b"GET /early HTTP/1.1\r\nHost: app.pelanor.io\r\nConnection: close\r\n\r\n")
        raw.sendall(going.read())
        answer = _all_of(tls, raw, coming)

    assert answer.endswith(b"app.pelanor.io GET /early ")


def _all_of(tls: ssl.SSLObject, raw: socket.socket, coming: ssl.MemoryBIO) -> bytes:
    answer = b""
    while True:
        try:
            read = tls.read()
        except ssl.SSLWantReadError:
            arrived = raw.recv(65536)
            if not arrived:
                return answer
            coming.write(arrived)
        else:
            if not read:
                return answer
            answer += read


def test_answers_do_not_wait_for_more() -> None:
    """The listening socket names its protocol, without which TCP_NODELAY stays off."""
    with listening() as made:
        assert made.proto == socket.IPPROTO_TCP


def test_listens_on_loopback_only() -> None:
    """Nothing outside this machine can connect."""
    with listening() as made:
        assert made.getsockname()[0] == "127.0.0.1"


def test_an_app_that_fails_leaves_the_gateway_serving(
    serve: Callable[..., Gateway], connect: Connect, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    """An error in one app is that request's 500, and is logged."""

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError("broken app")

    gateway = serve({"app.pelanor.io": broken})
    answers = [ask(connect(gateway, "app.pelanor.io"), "GET / HTTP/1.1\nHost: app.pelanor.io") for _ in range(2)]

    assert all(answer.startswith("HTTP/1.1 500 ") for answer in answers)
    assert "Exception in ASGI application" in caplog.text
