"""Logins per second over plain HTTP, without a browser: each issuer beside its floor, and beside peers.

The floor is the same answers served from memory plus the bare RSA signatures of the tokens: what no issuer can undercut.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from harness import catalogue, people
from harness.bench.peers import CLIENT_ID, PEERS, REDIRECT_URI, Peer
from harness.plain_login import Answer, Client, LoopbackSend, NoWayOn, PlainLogin, Send

JWS_DOTS = 2
"""A compact JWS has three parts (RFC 7515, 7.1)."""

SECONDS = 4.0
"""How long each issuer is driven."""


def lines(seconds: float = SECONDS) -> Iterator[str]:
    """One line per issuer and peer."""
    for idp in catalogue.idps():
        yield _issuer_line(idp, seconds)
    for peer in PEERS:
        yield _peer_line(peer, seconds)


def _issuer_line(idp: str, seconds: float) -> str:
    with _process("-m", "harness.bench.issuer_process", idp) as (port, pid):
        login = _login(LoopbackSend(port), idp)
        name = people.login("alice", people.organisation(idp, "us"))
        recorded = _record(login, name)
        rate, cpu = _drive(lambda: _complete(login, name), pid, seconds)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(recorded, file)
        file.flush()
        with _process("-m", "harness.bench.issuer_process", idp, "--replay", file.name) as (port, pid):
            floor = _drive_floor(port, pid, recorded, seconds)
    signatures = _signatures(recorded)
    least = floor + signatures
    return f"  {idp:10}  {rate:5.0f} logins/s   server {cpu:5.2f} ms a login   floor {least:5.2f} ms   ratio {cpu / least:.2f}"


def _login(send: Send, idp: str) -> PlainLogin:
    customer = people.organisation(idp, "us")
    issuer = people.issuer(customer)
    random = Random(7)  # noqa: S311 - a measurement
    bare = PlainLogin(send, Client("", "", "", {}), random)
    discovery = bare.request("GET", issuer.removesuffix("/") + "/.well-known/openid-configuration").json()
    client = Client(people.client_id(customer), people.client_secret(customer), customer.redirect_uri, discovery)
    return PlainLogin(send, client, random)


def _complete(login: PlainLogin, name: str) -> None:
    """One login by somebody with an empty cookie jar, up to the ID token."""
    login.forget()
    started = login.start()
    answer = login.sign_in(started, name, people.PASSWORD)
    token = login.redeem(answer["code"], started)
    if token.status != 200 or "id_token" not in token.json():  # noqa: PLR2004 - HTTP's own number
        raise RuntimeError(f"the token endpoint answered {token.status} {token.body[:200]!r}")


def _record(login: PlainLogin, name: str) -> list[tuple[int, list[tuple[str, str]], str]]:
    """One login's answers, as a replay serves them."""
    kept: list[tuple[int, list[tuple[str, str]], str]] = []
    truth = login._send  # noqa: SLF001 - the measurement listens in

    def listening(method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        answer = truth(method, url, headers, body)
        wire = [(name, value) for name, value in answer.headers.items() if name not in {"date", "server"}]
        kept.append((answer.status, wire, answer.body.decode()))
        return answer

    login._send = listening  # noqa: SLF001 - see above
    _complete(login, name)
    login._send = truth  # noqa: SLF001 - see above
    return kept


def _drive(complete: Callable[[], None], pid: int, seconds: float) -> tuple[float, float]:
    """Logins per second, and milliseconds of server time a login."""
    complete()
    count, cpu, before = 0, _cpu(pid), time.perf_counter()
    while time.perf_counter() - before < seconds:
        complete()
        count += 1
    return count / (time.perf_counter() - before), (_cpu(pid) - cpu) * 1000 / count


def _drive_floor(port: int, pid: int, recorded: list[tuple[int, list[tuple[str, str]], str]], seconds: float) -> float:
    """Milliseconds of server time for the recorded answers."""
    send = LoopbackSend(port)
    count, cpu, before = 0, _cpu(pid), time.perf_counter()
    while time.perf_counter() - before < seconds:
        for _ in recorded:
            send("GET", "https://floor.example/", {}, None)
        count += 1
    return (_cpu(pid) - cpu) * 1000 / count


def _signatures(recorded: list[tuple[int, list[tuple[str, str]], str]]) -> float:
    """Milliseconds of the bare RSA signatures that the last recorded answer, the token response, holds."""
    tokens = [
        value
        for value in json.loads(recorded[-1][2]).values()
        if isinstance(value, str) and value.count(".") == JWS_DOTS
    ]
    return sum(_signature(len(token.rpartition(".")[2]) * 6) for token in tokens)


def _signature(bits: int) -> float:
    key = rsa.generate_private_key(65537, 4096 if bits > 3000 else 2048)  # noqa: PLR2004 - between the two sizes in use
    rounds = []
    for _ in range(50):
        before = time.perf_counter()
        key.sign(b"x" * 800, padding.PKCS1v15(), hashes.SHA256())
        rounds.append((time.perf_counter() - before) * 1000)
    return statistics.median(rounds)


def _peer_line(peer: Peer, seconds: float) -> str:
    port = _free_port()
    command = peer.command(port)
    if command is None:
        return f"  {peer.name:20}  not installed"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - a peer's own command line
        try:
            login = _peer_login(peer, port)
            rate, cpu = _drive(lambda: _complete(login, peer.login), process.pid, seconds)
        except (NoWayOn, OSError, ValueError, RuntimeError) as error:
            return f"  {peer.name:20}  no login: {error}"
        finally:
            process.terminate()
    return f"  {peer.name:20}  {rate:5.0f} logins/s   server {cpu:5.2f} ms a login"


def _peer_login(peer: Peer, port: int) -> PlainLogin:
    _wait_for(port)
    random = Random(7)  # noqa: S311 - a measurement
    send = LoopbackSend(port)
    found = send("GET", peer.base.format(port=port) + peer.discovery, {}, None).json()
    return PlainLogin(send, Client(CLIENT_ID, "bench-secret", REDIRECT_URI, found), random)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(port: int) -> None:
    give_up = time.monotonic() + 20
    while time.monotonic() < give_up:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
    raise RuntimeError(f"nothing listens on port {port} after 20 seconds")


def _cpu(pid: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _process(*arguments: str) -> Iterator[tuple[int, int]]:
    """A server in a process of its own: the port it prints, and its process id."""
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command lines
        try:
            first = process.stdout.readline() if process.stdout else ""
            yield int(first), process.pid
        finally:
            process.terminate()
