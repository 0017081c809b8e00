"""The tape: takes what happens while somebody logs in, as it is, and turns it into a recording when all is over.

Taking is a list append, so that a login is not held up; sorting, telling logins apart and masking come afterwards.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from harness.record import bodies, signatures
from harness.record.events import Cookie, End, Event, Head, Hop, Picture, Refusal, Said, Step
from harness.record.logins import assign
from harness.record.mask import Masker
from harness.record.recording import Recording

if TYPE_CHECKING:
    from harness.record.exchange import Exchange

_REFUSED = re.compile(r'^refused check=(?P<check>\S+) reference=(?P<reference>\S+).* detail="(?P<detail>[^"]*)"')
"""The line that a relying party writes to its log for a refusal."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the world knows, asked while an exchange is taken.

    `role` says who answers for a host and `fault` which fault is in force there; `clock` by how many seconds the
    rehearsal's clock is turned.
    """

    role: Callable[[str], str] = lambda _: "nobody"
    fault: Callable[[str], str] = lambda _: ""
    clock: Callable[[], float] = lambda: 0.0


@dataclass(slots=True)
class _Taken:
    exchanges: list[tuple[Exchange, str, str, float]] = field(default_factory=list)
    events: list[tuple[float, Event]] = field(default_factory=list)


class Tape:
    """One worker's recorder: `start` forgets the case before, `finish` hands out the recording.

    `salt` is for marks of masked secrets; None keeps secrets as they are. `masker` is that of the last recording, and
    `known` are secrets, as kind and value, that are masked even where they never cross the wire: somebody may type a
    password and leave. `now` is the monotonic clock (seconds) that the gateway stamps exchanges with. Its methods may be
    called from any thread.
    """

    def __init__(self, salt: bytes | None, *, now: Callable[[], float] = time.monotonic) -> None:
        self.facts = Facts()
        self.now = now
        self._salt = salt
        self._lock = threading.Lock()
        self._taken = _Taken()
        self._began = 0.0
        self._keys: dict[str, str] = {}
        self.masker: Masker | None = None
        self.known: tuple[tuple[str, str], ...] = ()

    @property
    def masks(self) -> bool:
        """Whether secrets are replaced."""
        return self._salt is not None

    # -- taking --------------------------------------------------------------------------------------------------

    def exchange(self, exchange: Exchange) -> None:
        """Take one finished exchange from the gateway."""
        if exchange.started < self._began:
            return  # of the case before: it hung until now
        host = exchange.url.partition("://")[2].partition("/")[0] or exchange.url.partition(":")[0]
        facts = self.facts
        self._taken.exchanges.append((exchange, facts.role(host), facts.fault(host), facts.clock()))

    def step(self, began: float, step: Step) -> None:
        """Take a step of the person that began at the monotonic second `began`."""
        self._taken.events.append((began, step))

    def said(self, source: str, level: str, text: str, url: str = "") -> None:
        """Take what browser or server said; a refusal in the app's log becomes a `Refusal`."""
        refused = _REFUSED.match(text)
        event: Event = (
            Refusal(0.0, refused["check"], refused["reference"], refused["detail"])
            if refused
            else Said(0.0, source, level, text, url)
        )
        self._taken.events.append((self.now(), event))

    def cookie(self, direction: str, name: str, url: str, reasons: tuple[str, ...]) -> None:
        """Take a cookie that the browser refused to keep or to send."""
        event = Cookie(0.0, direction, name, url, reasons)
        if not any(taken == event for _, taken in self._taken.events):
            self._taken.events.append((self.now(), event))

    def picture(self, file: str, words: str) -> None:
        """Take note of a screenshot."""
        self._taken.events.append((self.now(), Picture(0.0, file, words)))

    # -- life of one case ----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin an empty recording; what arrives late from the case before is lost with it."""
        with self._lock:
            self._taken, self._began = _Taken(), self.now()

    def finish(self, head: Head, end: End) -> Recording:
        """The recording of everything since `start`; times count from its first event."""
        with self._lock:
            taken, self._taken = self._taken, _Taken()
        zero = min((*(it[0].started for it in taken.exchanges), *(at for at, _ in taken.events)), default=self.now())
        exchanges = sorted(taken.exchanges, key=lambda it: it[0].started)
        hops = assign([_hop(number, *it, zero) for number, it in enumerate(exchanges, 1)])
        events = [*hops, *(replace(event, at=_seconds(at - zero)) for at, event in taken.events)]
        self._remember_keys(hops)
        tokens = signatures.seen(hops, self._keys)
        whole = [*events, *tokens, replace(end, at=_seconds(self.now() - zero))]
        whole.sort(key=lambda event: (event.at, isinstance(event, Hop)))
        began = next((it.started_at - (it.started - zero) for it, *_ in exchanges), head.at)
        return self._masked(Recording(replace(head, masked=self.masks, at=round(began, 3)), tuple(whole)))

    def _remember_keys(self, hops: list[Hop]) -> None:
        """Keep the newest key set of every address: an app that caches it does not fetch it in every login."""
        for hop in hops:
            if '"keys"' in hop.response_body:
                self._keys[hop.url] = hop.response_body

    def _masked(self, recording: Recording) -> Recording:
        if self._salt is None:
            return recording
        self.masker = Masker(self._salt)
        for kind, value in self.known:
            self.masker.learn(kind, value)
        return bodies.masked(recording, self.masker)


def _hop(number: int, exchange: Exchange, role: str, fault: str, turned: float, zero: float) -> Hop:
    asked = bodies.kept(exchange.request_body, exchange.request_headers, cut=exchange.request_truncated)
    told = bodies.kept(exchange.response_body, exchange.response_headers, cut=exchange.response_truncated)
    return Hop(
        at=_seconds(exchange.started - zero),
        took=_seconds(exchange.ended - exchange.started),
        number=number,
        login=0,
        via=exchange.via,
        role=role,
        method=exchange.method,
        url=exchange.url,
        request_headers=exchange.request_headers,
        request_body=asked.text,
        request_note=asked.note,
        status=exchange.status,
        response_headers=exchange.response_headers,
        response_body=told.text,
        response_note=told.note,
        complete=exchange.response_complete,
        fault=fault,
        clock=round(exchange.ended_at + turned, 3),
    )


def _seconds(value: float) -> float:
    return round(value, 6)


def facts(app_hosts: Mapping[str, object], routes: Mapping[str, object], clock: Callable[[], float]) -> Facts:
    """What a world says of its hosts: its app's, and all routes, whose issuers carry the fault in force."""

    def role(host: str) -> str:
        return "app" if host in app_hosts else "issuer" if host in routes else "nobody"

    def fault(host: str) -> str:
        name = type(getattr(routes.get(host), "fault", None)).__module__
        return name.rpartition(".")[2] if ".faults." in name else ""

    return Facts(role, fault, clock)
