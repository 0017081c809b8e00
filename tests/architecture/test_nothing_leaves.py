"""The browser and the back channel reach the gateway and nothing else.

Traps listen on loopback: were anything to leave, it would be caught there. What the browser's network stack did is read
from its own log, in which a connection appears even when it fails at once.
"""

from __future__ import annotations

import ast
import asyncio
import json
import os
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, Error, sync_playwright

import harness.gateway
from harness.browser import arguments as command_line
from harness.browser import find
from harness.gateway.gateway import Gateway

HOST = "app.pelanor.io"


async def _page(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<title>there</title>"})


@pytest.fixture(scope="module")
def gateway() -> Iterator[Gateway]:
    """A gateway with one name, in a background loop."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    running = Gateway({HOST: _page}.get, [HOST])
    asyncio.run_coroutine_threadsafe(running.__aenter__(), loop).result(10)
    yield running
    asyncio.run_coroutine_threadsafe(running.__aexit__(None, None, None), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def trap() -> Iterator[socket.socket]:
    """A TCP port on loopback that nobody may connect to."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


@pytest.fixture
def ear() -> Iterator[socket.socket]:
    """A UDP port on loopback that nobody may send to."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.settimeout(0)
        yield listening


@pytest.fixture(scope="module")
def drive(
    gateway: Gateway, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Callable[[Browser], Any]], list[dict[str, Any]]]]:
    """Starts the browser as the harness does, lets a function use it, and returns its network log after its end."""
    found = find()
    assert found is not None, 'no browser; run "make browser"'
    with sync_playwright() as playwright:

        def driven(use: Callable[[Browser], Any]) -> list[dict[str, Any]]:
            log = tmp_path_factory.mktemp("net") / "log.json"
            given = [*command_line(gateway.chromium_arguments(), root=os.geteuid() == 0), f"--log-net-log={log}"]
            # The driver's own environment is that of its start; the browser gets the test's.
            browser = playwright.chromium.launch(executable_path=found.path, args=given, env={**os.environ})
            use(browser)
            browser.close()
            return _events(log)

        yield driven


def _events(log: Path) -> list[dict[str, Any]]:
    """The log's events with their types by name."""
    written = json.loads(log.read_text())
    names = {number: name for name, number in written["constants"]["logEventTypes"].items()}
    return [{"name": names[event["type"]], **event.get("params", {})} for event in written["events"]]


def _dialled(events: list[dict[str, Any]]) -> set[str]:
    """Addresses to which a TCP connection was tried."""
    return {event["address"] for event in events if event["name"] == "TCP_CONNECT_ATTEMPT" and "address" in event}


def _sent_datagrams(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in events if event["name"].startswith("UDP_BYTES")]


def _looked_up(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names that were given to any resolver: the system's or Chromium's own."""
    return [
        event
        for event in events
        if event["name"] in {"HOST_RESOLVER_SYSTEM_TASK", "HOST_RESOLVER_DNS_TASK", "DNS_TRANSACTION"}
    ]


def _untouched(*traps: socket.socket) -> bool:
    """Whether no connection and no datagram arrived."""
    for trap in traps:
        with pytest.raises(BlockingIOError):
            trap.recv(1) if trap.type == socket.SOCK_DGRAM else trap.accept()
    return True


def test_the_log_shows_what_is_dialled(drive: Any, gateway: Gateway) -> None:
    """The proof itself is proven: a visit to a known name stands in the network log as one address, the gateway's."""
    events = drive(lambda browser: browser.new_page().goto(f"https://{HOST}/"))

    assert _dialled(events) == {f"127.0.0.1:{gateway.tls_port}"}


def test_the_browser_finds_nothing_else(drive: Any, trap: socket.socket, gateway: Gateway) -> None:
    """Unknown names, addresses, localhost and other ports fail before any connection, look-up or datagram."""
    port = trap.getsockname()[1]
    addresses = [
        "https://evil.example/",
        "http://evil.example/",
        f"http://{HOST}/",
        f"https://{HOST}:8443/",
        "https://192.0.2.1/",
        "https://[2001:db8::1]/",
        f"http://127.0.0.1:{port}/",
        f"http://localhost:{port}/",
        f"http://[::1]:{port}/",
        f"http://0x7f000001:{port}/",
        f"https://127.0.0.1:{gateway.tls_port}/",
        f"http://127.0.0.1:{gateway.door_port}/",
    ]

    def visit(browser: Browser) -> None:
        page = browser.new_page()
        for address in addresses:
            with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
                page.goto(address, timeout=10_000)

    events = drive(visit)

    assert _untouched(trap)
    assert _dialled(events) == set()
    assert _sent_datagrams(events) == []
    assert _looked_up(events) == []


REACHING_OUT = """async ([tcp, udp]) => {
    const failed = (promise) => promise.then(() => 'reached', () => 'failed');
    const socket = new WebSocket('ws://127.0.0.1:' + tcp);
    const opened = new Promise((yes, no) => { socket.onopen = yes; socket.onerror = no; });
    const image = new Image();
    const loaded = new Promise((yes, no) => { image.onload = yes; image.onerror = no; });
    image.src = 'http://127.0.0.1:' + tcp + '/x.png';
    navigator.sendBeacon('http://127.0.0.1:' + tcp + '/beacon', 'x');
    const peer = new RTCPeerConnection({iceServers: [
        {urls: 'stun:127.0.0.1:' + udp},
        {urls: 'turn:127.0.0.1:' + udp, username: 'a', credential: 'b'},
        {urls: 'turn:127.0.0.1:' + tcp + '?transport=tcp', username: 'a', credential: 'b'},
    ]});
    peer.createDataChannel('x');
    const gathered = new Promise((done) => { peer.onicecandidate = (event) => { if (!event.candidate) done(); }; });
    await peer.setLocalDescription(await peer.createOffer());
    await gathered;
    return Promise.all([
        failed(fetch('http://127.0.0.1:' + tcp, {mode: 'no-cors'})), failed(opened), failed(loaded),
    ]);
}"""


def test_a_page_reaches_nothing_else(drive: Any, trap: socket.socket, ear: socket.socket, gateway: Gateway) -> None:
    """A page's own means (fetch, WebSocket, images, beacons, WebRTC) end at the gateway too."""
    ends: list[str] = []

    def reach_out(browser: Browser) -> None:
        page = browser.new_page()
        page.goto(f"https://{HOST}/")
        ends.extend(page.evaluate(REACHING_OUT, [trap.getsockname()[1], ear.getsockname()[1]]))

    events = drive(reach_out)

    assert ends == ["failed", "failed", "failed"]
    assert _untouched(trap, ear)
    assert _dialled(events) == {f"127.0.0.1:{gateway.tls_port}"}
    assert _sent_datagrams(events) == []


def test_the_browser_asks_no_proxy(drive: Any, trap: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy named in the shell is not used: known names open in spite of it."""
    proxy = f"http://127.0.0.1:{trap.getsockname()[1]}"
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, proxy)

    drive(lambda browser: browser.new_page().goto(f"https://{HOST}/"))

    assert _untouched(trap)


@pytest.mark.parametrize(
    "address", ["https://evil.example/", "https://127.0.0.1:{}/", "http://127.0.0.1:{}/", "https://localhost:{}/"]
)
def test_the_back_channel_reaches_nothing_else(gateway: Gateway, trap: socket.socket, address: str) -> None:
    """A client in this process with the door as proxy cannot reach a name, an address or a port that is not the run's."""
    trust = ssl.create_default_context(cafile=str(gateway.ca_bundle))
    with httpx2.Client(proxy=gateway.proxy_url, verify=trust, trust_env=False) as client:
        try:
            refused = client.get(address.format(trap.getsockname()[1])).status_code
        except httpx2.ProxyError:
            refused = 403

    assert refused == 403
    assert _untouched(trap)


DIALLING = {
    "connect", "connect_ex", "create_connection", "open_connection", "getaddrinfo", "gethostbyname", "create_datagram_endpoint",
    "sock_connect", "sendto", "urlopen",
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(Path(harness.gateway.__file__).parent.glob("*.py")), ids=lambda path: path.name)
def test_the_gateway_holds_no_code_that_dials(path: Path) -> None:
    """The gateway accepts connections and opens none: no call in it could connect or look up a name."""
    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    }

    assert called & DIALLING == set()
