"""One login as it is told: rows in the order of time, each with its lane, what stands in it, and which one broke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from harness.record.events import Cookie, End, Event, Hop, Picture, Refusal, Said, Step
from harness.record.recording import Recording
from harness.report import blame, differences, gist, hops, purposes, tokens
from harness.report.blame import Blame
from harness.report.differences import Difference
from harness.report.hops import CookieLine, Parameter
from harness.report.tokens import Opened


@dataclass(frozen=True, slots=True)
class Row:
    """One hop as it is shown. `sender` and `receiver` are lanes: "browser", "app", "issuer", "nobody".

    `gist` is what a closed hop shows of itself.
    """

    hop: Hop
    title: str
    key: str
    sender: str
    receiver: str
    address: str
    parameters: tuple[Parameter, ...]
    cookies: tuple[CookieLine, ...]
    gist: tuple[str, ...]
    tokens: tuple[Opened, ...]
    refusal: Refusal | None
    differences: tuple[Difference, ...]
    only_here: bool
    after_the_end: bool = False
    broke: bool = False

    @property
    def marks(self) -> list[str]:
        """What a reader should see of a closed row, in a few words each."""
        found = [f"refused: {self.refusal.check}"] if self.refusal else []
        found += [f"fault: {self.hop.fault}"] if self.hop.fault and self.differences else []
        found += [f"{token.name}: {check.name}" for token in self.tokens for check in token.broken]
        found += [f"cookie refused: {line.name}" for line in self.cookies if line.refused]
        found += ["cut short"] if not self.hop.complete else []
        found += [f"{len(self.differences)} unlike the healthy twin"] if self.differences else []
        return [*found, *(["not in the healthy twin"] if self.only_here else [])]


@dataclass(frozen=True, slots=True)
class Note:
    """Something between hops: a step of the person, a picture, a word of browser or server.

    `after_the_end` is what the harness itself brings about when it looks who is signed in.
    """

    event: Step | Said | Refusal | Picture | Cookie
    after_the_end: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A whole login. `missing` are hops of the healthy twin that never came; `logins` says how many there are.

    `blame` is where to look first.
    """

    recording: Recording
    items: tuple[Row | Note, ...]
    blame: Blame | None = None
    missing: tuple[str, ...] = ()
    logins: int = 1

    @property
    def rows(self) -> list[Row]:
        """The hops alone."""
        return [item for item in self.items if isinstance(item, Row)]

    @property
    def culprits(self) -> list[Row]:
        """The hops to look at first."""
        return [row for row in self.rows if row.broke]


def tell(recording: Recording, twin: Recording | None = None) -> Story:
    """The story of a recording; with its healthy twin, also what differs from that."""
    matched = differences.pairs(recording, twin) if twin else []
    unlike = {pair.here.number: pair for pair in matched if pair.here is not None}
    words = purposes.of(twin.of(Hop)) if twin else {}
    missing = tuple(words[pair.there.number].words for pair in matched if pair.here is None and pair.there)
    rows = list(_rows(recording, unlike))
    first = blame.of(rows, recording.end)
    rows = [replace(row, broke=first is not None and row.hop.number in first.hops) for row in rows]
    items: list[Row | Note] = [*rows, *_notes(recording, rows)]
    items.sort(key=_when)
    logins = max((hop.login for hop in recording.of(Hop)), default=0)
    return Story(recording, tuple(items), first, missing, logins)


def _when(item: Row | Note) -> tuple[float, bool]:
    # A step stands before the hops that it sets off.
    return (item.hop.at, True) if isinstance(item, Row) else (item.event.at, not isinstance(item.event, Step))


def _rows(recording: Recording, unlike: dict[int, differences.Pair]) -> Iterator[Row]:
    every = list(recording.of(Hop))
    purpose = purposes.of(every)
    looked = _looked(recording)
    refusals = _owners(recording.of(Refusal), every)
    lost = list(recording.of(Cookie))
    jar = hops.Jar()
    for hop in every:
        pair, key = unlike.get(hop.number), purpose[hop.number].key
        parameters = tuple(hops.parameters(hop, recording.head.idp, key))
        cookies = tuple(jar.lines(hop, hops.belonging(hop, lost)))
        yield Row(
            hop=hop,
            title=purpose[hop.number].words,
            key=key,
            sender="browser" if hop.via == "browser" else "issuer" if hop.role == "app" else "app",
            receiver=hop.role,
            address=_address(hop.url),
            parameters=parameters,
            cookies=cookies,
            gist=gist.of(key, hop, parameters, cookies),
            tokens=tuple(sorted(tokens.opened(recording, hop), key=lambda it: not it.is_id_token)),
            refusal=refusals.get(hop.number),
            differences=pair.differences if pair else (),
            only_here=pair is not None and pair.there is None,
            after_the_end=hop.at > looked,
        )


def _looked(recording: Recording) -> float:
    """When the harness began to look who is signed in: what follows is no part of the login."""
    return min((step.at for step in recording.of(Step) if step.verb == "observes"), default=float("inf"))


def _owners(refusals: Iterable[Refusal], every: list[Hop]) -> dict[int, Refusal]:
    """The app's hop during which each refusal was logged."""
    owned = {}
    for refusal in refusals:
        around = [hop for hop in every if hop.role == "app" and hop.at <= refusal.at <= hop.at + hop.took + 0.05]
        if around:
            owned[around[-1].number] = refusal
    return owned


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.netloc}{parts.path}" if parts.netloc else url


def _notes(recording: Recording, rows: list[Row]) -> Iterator[Note]:
    looked = _looked(recording)
    owned = {row.refusal for row in rows if row.refusal}
    for event in recording.events:
        told = (isinstance(event, Refusal) and event in owned) or _shown(event, rows)
        if isinstance(event, Step | Said | Picture | Refusal | Cookie) and not told:
            yield Note(event, event.at > looked)


def _shown(event: Event, rows: list[Row]) -> bool:
    return isinstance(event, Cookie) and any(
        line.refused and line.name == event.name for row in rows for line in row.cookies
    )


def ending(end: End | None) -> str:
    """The end in one word: "passed", "failed" or "cut" for a recording without one."""
    return "cut" if end is None else "passed" if end.passed else "failed"
