"""Exchanges made by hand, and a tape whose clock stands still unless it is told to go."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from harness.record.events import End, Head
from harness.record.exchange import Exchange, Headers
from harness.record.recording import Recording
from harness.record.tape import Facts, Tape

APP, ISSUER = "app.pelanor.io", "globex.okta.com"
HEAD = Head(case="login/happy", idp="okta", region="us", target="reference", at=1000.0)
END = End(0.0, "alice is signed in", passed=True)

Make = Callable[..., Exchange]


@pytest.fixture
def make() -> Make:
    """Makes exchanges one second apart; what matters is given by name."""
    numbers = itertools.count(1)

    def made(
        url: str,
        method: str = "GET",
        *,
        asked: Headers = (),
        sent: str = "",
        status: int = 200,
        told: Headers = (("content-type", "text/html"),),
        answer: str | bytes = "",
        at: float | None = None,
        took: float = 0.01,
        via: str = "browser",
    ) -> Exchange:
        number = next(numbers)
        began = float(number) if at is None else at
        return Exchange(
            id=number,
            started=began,
            ended=began + took,
            started_at=1000 + began,
            ended_at=1000 + began + took,
            via=via,  # type: ignore[arg-type]  # a test may give any
            method=method,
            url=url,
            request_headers=asked,
            request_body=sent.encode(),
            request_truncated=False,
            status=status,
            response_headers=told,
            response_body=answer if isinstance(answer, bytes) else answer.encode(),
            response_truncated=False,
            response_complete=True,
        )

    return made


@pytest.fixture
def tape() -> Tape:
    """A tape that masks; it knows one app and one issuer."""
    return taping(b"salt")


@pytest.fixture
def record(tape: Tape) -> Callable[..., Recording]:
    """Puts exchanges on the tape and finishes it."""

    def recorded(*exchanges: Exchange) -> Recording:
        for exchange in exchanges:
            tape.exchange(exchange)
        return tape.finish(HEAD, END)

    return recorded


def taping(salt: bytes | None) -> Tape:
    """A tape with its own clock: a tick of a millisecond each time it is asked, from second 100 on."""
    ticks: Iterator[int] = itertools.count(100_000)
    tape = Tape(salt, now=lambda: next(ticks) / 1000)
    tape.facts = Facts(role=lambda host: {APP: "app", ISSUER: "issuer"}.get(host, "nobody"))
    return tape
