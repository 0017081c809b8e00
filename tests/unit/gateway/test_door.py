"""harness/gateway/door.py."""

import socket
import ssl
from collections.abc import Callable

import httpx2
import pytest

from harness.gateway import door
from harness.gateway.gateway import Gateway

Connect = Callable[..., ssl.SSLSocket]
Ask = Callable[..., str]


@pytest.fixture
def knock(gateway: Gateway) -> Callable[[bytes], str]:
    """Sends raw bytes to the door and reads all that comes back until the door closes."""

    def knocked(sent: bytes) -> str:
        with socket.create_connection(("127.0.0.1", gateway.door_port), timeout=10) as raw:
            raw.sendall(sent)
            answer = b""
            while part := raw.recv(65536):
                answer += part
        return answer.decode()

    return knocked


def test_known_names_are_reached(gateway: Gateway, client: Callable[..., httpx2.Client]) -> None:
    """A program with the door as proxy reaches an app under its production address."""
    answer = client(gateway).post("https://login.microsoftonline.com/token", content=b"code=1")

    assert answer.text == "login.microsoftonline.com POST /token code=1"


@pytest.mark.parametrize(
    "target",
    [
        "evil.example:443",
        "127.0.0.1:443",
        "[::1]:443",
        "localhost:443",
        "app.pelanor.io:8443",
        "app.pelanor.io",
        ":443",
        "",
        "app.pelanor.io:443x",
    ],
)
def test_nothing_else_is_reached(knock: Callable[[bytes], str], target: str) -> None:
    """Unknown names, addresses and other ports are refused with 403 and one line, which clients show as the reason."""
    answer = knock(f"CONNECT {target} HTTP/1.1\r\n\r\n".encode())

    status, _, body = answer.partition("\r\n\r\n")
    assert status.startswith("HTTP/1.1 403 Forbidden: ")
    assert (
        body
        == f'"{target}" is not a name of this run on port 443, nothing was dialled; known: app.pelanor.io, login.microsoftonline.com\n'
    )


@pytest.mark.parametrize(
    "line",
    ["GET http://app.pelanor.io/ HTTP/1.1", "POST / HTTP/1.1", "GET http://127.0.0.1:80/ HTTP/1.0", "\x16\x03\x01"],
)
def test_plain_http_is_refused(knock: Callable[[bytes], str], line: str) -> None:
    """Whatever is not CONNECT goes nowhere, also for known names and from a web page."""
    answer = knock(f"{line}\r\nHost: app.pelanor.io\r\n\r\n".encode())

    assert answer.startswith("HTTP/1.1 403 ")
    assert answer.endswith("was not sent anywhere; only HTTPS passes here, by CONNECT\n")


def test_host_and_target_agree(knock: Callable[[bytes], str]) -> None:
    """A Host that differs from the CONNECT target is refused."""
    answer = knock(b"CONNECT app.pelanor.io:443 HTTP/1.1\r\nHost: login.microsoftonline.com\r\n\r\n")

    assert answer.startswith("HTTP/1.1 403 ")


def test_a_tunnel_leads_to_its_own_name_only(gateway: Gateway, connect: Connect, ask: Ask) -> None:
    """A tunnel opened for one name cannot be used to reach another."""
    connection = connect(gateway, "login.microsoftonline.com", door="app.pelanor.io")

    answer = ask(connection, "GET / HTTP/1.1\nHost: login.microsoftonline.com")

    assert answer.startswith("HTTP/1.1 421 ")
    assert 'the CONNECT host is "app.pelanor.io"' in answer


@pytest.mark.parametrize(
    "sent", [b"CONNECT " + b"a" * 9000, b"CONNECT a.io:443 HTTP/1.1\r\nx: " + b"a" * 9000 + b"\r\n\r\n"]
)
def test_a_long_head_is_refused(knock: Callable[[bytes], str], sent: bytes) -> None:
    """A head beyond eight kilobytes is refused, finished or not."""
    assert knock(sent).startswith("HTTP/1.1 431 ")


def test_early_bytes_are_refused(knock: Callable[[bytes], str]) -> None:
    """What follows the head before the answer is a bad request, not lost silently."""
    assert knock(b"CONNECT app.pelanor.io:443 HTTP/1.1\r\n\r\n\x16\x03").startswith("HTTP/1.1 400 ")


def test_a_head_may_come_in_pieces(gateway: Gateway) -> None:
    """The head is read to its end however it is cut."""
    with socket.create_connection(("127.0.0.1", gateway.door_port), timeout=10) as raw:
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in (b"CONN", b"ECT app.pelanor.io:443 HTTP/1.1\r", b"\n\r", b"\n"):
            raw.sendall(piece)

        assert raw.recv(4096) == b"HTTP/1.1 200 Connection established\r\n\r\n"


def test_a_silent_client_is_shown_out(monkeypatch: pytest.MonkeyPatch, serve: Callable[..., Gateway]) -> None:
    """A connection that never finishes its head is closed."""
    monkeypatch.setattr(door, "_PATIENCE", 0.05)
    gateway = serve()

    with socket.create_connection(("127.0.0.1", gateway.door_port), timeout=10) as raw:
        raw.sendall(b"CONNECT app")

        assert raw.recv(1) == b""


def test_a_refusal_cannot_be_made_to_hold_lines(knock: Callable[[bytes], str]) -> None:
    """What a client sends comes back as visible characters only: no header is smuggled into the refusal."""
    head, _, _ = knock(b"CONNECT a\nx-smuggled:1 HTTP/1.1\r\n\r\n").partition("\r\n\r\n")

    assert "\nx-smuggled" not in head
