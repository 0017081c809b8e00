"""What a recording is made of: one frozen dataclass per kind of event, and its JSON form.

A recording on disk is JSON Lines: the `Head` first, then events in the order of time, the `End` last. Every line carries
"kind", which names the dataclass below.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, ClassVar

from harness.record import shapes
from harness.record.exchange import Headers

VERSION = 1
"""Of the format; a reader refuses a recording with a higher one."""


class BadEvent(Exception):
    """A line is no event; the message says in a few words why."""


@dataclass(frozen=True, slots=True)
class Head:
    """What was rehearsed.

    `asked` is what a command calls the target, where that is not its name. `hosts` says for each host name whether it is the "app" or the "issuer". `masked` says whether secrets were replaced
    when this was recorded. `at` is the wall clock when the first event began, in seconds since 1970.
    """

    kind: ClassVar[str] = "head"
    case: str
    idp: str
    region: str
    target: str
    at: float
    issuer: str = ""
    client_id: str = ""
    fault: str = ""
    breaks: str = ""
    spec: str = ""
    page: str = ""
    expected: str = ""
    hosts: tuple[tuple[str, str], ...] = ()
    seed: int = 0
    masked: bool = True
    version: int = VERSION
    asked: str = ""

    @property
    def name(self) -> str:
        """The case, the IdP and the region in one word, as commands take it."""
        return f"{self.case}@{self.idp}-{self.region}"


@dataclass(frozen=True, slots=True)
class Step:
    """Something the person does: a verb of the actor, nested `depth` deep; `at` and `took` in seconds from the start."""

    kind: ClassVar[str] = "step"
    at: float
    took: float
    depth: int
    person: str
    verb: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer; times in seconds from the start, bodies as text.

    `role` is who answered: "app", "issuer" or "nobody". A body that is no text or too long is missing or cut, and its
    note says so. `login` numbers the logins of a recording from 1; 0 means none. `clock` is what the rehearsal's
    clock showed when the answer ended, in seconds since 1970; a scenario may have turned it.
    """

    kind: ClassVar[str] = "hop"
    at: float
    took: float
    number: int
    login: int
    via: str
    role: str
    method: str
    url: str
    request_headers: Headers
    request_body: str
    request_note: str
    status: int | None
    response_headers: Headers
    response_body: str
    response_note: str
    complete: bool
    fault: str = ""
    clock: float = 0.0


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie that the browser refused to keep (`direction` "set") or to send ("sent"), and its own words for why."""

    kind: ClassVar[str] = "cookie"
    at: float
    direction: str
    name: str
    url: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What browser or servers said: `source` is "console", "page error", "policy" (CSP), "network" or a logger's name."""

    kind: ClassVar[str] = "said"
    at: float
    source: str
    level: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A check of the app refused; taken from the app's log."""

    kind: ClassVar[str] = "refusal"
    at: float
    check: str
    reference: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """Whether a token's signature holds, seen before its signature was masked; `token` is its masked text."""

    kind: ClassVar[str] = "token"
    at: float
    token: str
    signature: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A screenshot, as a file beside the recording."""

    kind: ClassVar[str] = "picture"
    at: float
    file: str
    words: str


@dataclass(frozen=True, slots=True)
class End:
    """How it ended: the observation and the verdict in words, and who the app says is signed in."""

    kind: ClassVar[str] = "end"
    at: float
    observed: str
    passed: bool
    reason: str = ""
    check: str = ""
    url: str = ""
    account: tuple[tuple[str, str], ...] = ()


Event = Step | Hop | Cookie | Said | Refusal | Token | Picture | End
"""Everything that may follow the head."""

_KINDS: dict[str, Any] = {
    it.kind: it for it in (Head, Step, Hop, Cookie, Said, Refusal, Token, Picture, End)
}  # fmt: skip


def to_json(event: Head | Event) -> dict[str, Any]:
    """The JSON object of an event."""
    return {"kind": event.kind} | {field.name: getattr(event, field.name) for field in fields(event)}


def from_json(value: Any) -> Head | Event:
    """The event of a JSON object; unknown members are ignored, so that older readers read newer lines.

    Raises:
        BadEvent: It is no object, of an unknown kind, lacks a member, or one is not of its type.
    """
    kind = value.get("kind") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in _KINDS:
        raise BadEvent(f'"kind" is {kind!r}, not one of {", ".join(_KINDS)}')
    known = {field.name for field in fields(_KINDS[kind])}
    given = {name: _frozen(it) for name, it in value.items() if name in known}
    if unfit := shapes.unfit(_KINDS[kind], given):
        raise BadEvent(f'"{unfit}" of "{kind}" is of the wrong type')
    try:
        event: Head | Event = _KINDS[kind](**given)
    except TypeError:
        missing = ", ".join(sorted(known - value.keys()))
        raise BadEvent(f'"{kind}" lacks {missing}') from None
    return event


def _frozen(value: Any) -> Any:
    return tuple(_frozen(it) for it in value) if isinstance(value, list) else value
