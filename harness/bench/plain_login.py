"""Logins per second over plain HTTP, without a browser: each issuer beside its floor, and beside peers.

The floor is the same answers to the same requests, served from memory, plus the bare RSA signatures of the tokens: what
no issuer can undercut. Both take turns, so that a busy machine slows them alike; what counts is processor time.
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
from dataclasses import dataclass
from pathlib import Path
from random import Random

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from harness import catalogue, people
from harness.bench.peers import CLIENT_ID, PEERS, REDIRECT_URI, Peer
from harness.plain_login import Answer, Client, LoopbackSend, NoWayOn, PlainLogin, Send

JWS_DOTS = 2
"""A compact JWS has three parts (RFC 7515, 7.1)."""

SECONDS = 6.0
"""How long each issuer is driven."""

FEWEST = 10
"""Turns that are taken however long they take."""

GOES = 10
"""Logins, replays and signatures in a turn."""


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
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump([answer for _, answer in recorded], file)
            file.flush()
            with _process("-m", "harness.bench.issuer_process", idp, "--replay", file.name) as (replay, replay_pid):
                asked = _asking(LoopbackSend(replay), recorded)
                sides = Side(lambda: _complete(login, name), pid), Side(asked, replay_pid)
                rate, turns = _in_turns(*sides, _signing(recorded[-1][1][2]), seconds)
    cpu, floor, ratio = (statistics.median(each) for each in zip(*turns, strict=True))
    return (
        f"  {idp:10}  {rate:5.0f} logins/s   server {cpu:5.2f} ms a login   floor {floor:5.2f} ms   ratio {ratio:.2f}"
        f"   ({_calm(turns):.2f} in the calmest tenth)"
    )


def _calm(turns: list[tuple[float, float, float]]) -> float:
    """The ratio where other programs disturbed least: they only ever add to either side."""
    cpu, floor = ([turn[side] for turn in turns] for side in (0, 1))
    return statistics.quantiles(cpu, n=10)[0] / statistics.quantiles(floor, n=10)[0]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what a client does over and over, and the process that serves it."""

    act: Callable[[], object]
    pid: int

    def cost(self) -> float:
        """Milliseconds of the server's time for one go."""
        before = _loop_cpu(self.pid)
        for _ in range(GOES):
            self.act()
        return (_loop_cpu(self.pid) - before) * 1000 / GOES


def _in_turns(
    issuer: Side, replay: Side, sign: Callable[[], object], seconds: float
) -> tuple[float, list[tuple[float, float, float]]]:
    """Logins per second, and a row per turn: milliseconds of the issuer, of its floor, and their ratio."""
    turns: list[tuple[float, float, float]] = []
    took, until = 0.0, time.perf_counter() + seconds
    while len(turns) < FEWEST or time.perf_counter() < until:
        before = time.perf_counter()
        cpu = issuer.cost()
        took += time.perf_counter() - before
        floor = replay.cost() + _signatures(sign)
        turns.append((cpu, floor, cpu / floor))
    return len(turns) * GOES / took, turns


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


Request = tuple[str, str, dict[str, str], bytes | None]
Wire = tuple[int, list[tuple[str, str]], str]


def _record(login: PlainLogin, name: str) -> list[tuple[Request, Wire]]:
    """One login's requests, each with its answer as a replay serves it."""
    kept: list[tuple[Request, Wire]] = []
    truth = login._send  # noqa: SLF001 - the measurement listens in

    def listening(method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        answer = truth(method, url, headers, body)
        wire = [(name, value) for name, value in answer.headers.items() if name not in {"date", "server"}]
        kept.append(((method, url, dict(headers), body), (answer.status, wire, answer.body.decode())))
        return answer

    login._send = listening  # noqa: SLF001 - see above
    _complete(login, name)
    login._send = truth  # noqa: SLF001 - see above
    return kept


def _asking(send: Send, recorded: list[tuple[Request, Wire]]) -> Callable[[], object]:
    """The same requests once more."""
    return lambda: [send(*request) for request, _ in recorded]


def _drive(complete: Callable[[], None], pid: int, seconds: float) -> tuple[float, float]:
    """Logins per second, and milliseconds of server time a login."""
    complete()
    count, cpu, before = 0, _cpu(pid), time.perf_counter()
    while time.perf_counter() - before < seconds:
        complete()
        count += 1
    return count / (time.perf_counter() - before), (_cpu(pid) - cpu) * 1000 / count


def _signing(token_response: str) -> Callable[[], object]:
    """The bare RSA signatures that a token response holds."""
    tokens = [it for it in json.loads(token_response).values() if isinstance(it, str) and it.count(".") == JWS_DOTS]
    keys = [_key(len(it.rpartition(".")[2]) * 6) for it in tokens]
    return lambda: [key.sign(b"x" * 800, padding.PKCS1v15(), hashes.SHA256()) for key in keys]


def _key(bits: int) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 4096 if bits > 3000 else 2048)  # noqa: PLR2004 - between the two sizes in use


def _signatures(sign: Callable[[], object]) -> float:
    """Milliseconds of a login's signatures."""
    before = time.thread_time()
    for _ in range(GOES):
        sign()
    return (time.thread_time() - before) * 1000 / GOES


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
    """Seconds of processor time that a process has used, in steps of a clock tick."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _loop_cpu(pid: int) -> float:
    """The same of a process's main thread, in nanosecond steps: where our own servers run their event loop."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9


@contextmanager
def _process(*arguments: str) -> Iterator[tuple[int, int]]:
    """A server in a process of its own: the port it prints, and its process id."""
    with subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command lines
        try:
            first = process.stdout.readline() if process.stdout else ""
            yield int(first), process.pid
        finally:
            process.terminate()
