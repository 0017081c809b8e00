"""One login as it is told: rows in the order of time, each with its lane, what stands in it, and which one broke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from harness.record.events import Cookie, End, Event, Hop, Picture, Refusal, Said, Step
from harness.record.recording import Recording
from harness.report import differences, hops, purposes, tokens
from harness.report.differences import Difference
from harness.report.hops import CookieLine, Parameter
from harness.report.tokens import Opened

_TROUBLE = 400
_BROKEN = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One hop as it is shown. `sender` and `receiver` are lanes: "browser", "app", "issuer", "nobody"."""

    hop: Hop
    title: str
    key: str
    sender: str
    receiver: str
    address: str
    parameters: tuple[Parameter, ...]
    cookies: tuple[CookieLine, ...]
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
    """Something between hops: a step of the person, a picture, a word of browser or server."""

    event: Step | Said | Refusal | Picture | Cookie


@dataclass(frozen=True, slots=True)
class Story:
    """A whole login. `missing` are hops of the healthy twin that never came; `logins` says how many there are."""

    recording: Recording
    items: tuple[Row | Note, ...]
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

    @property
    def refused(self) -> bool:
        """Whether a check of the app said no."""
        return any(row.refusal for row in self.rows)


def tell(recording: Recording, twin: Recording | None = None) -> Story:
    """The story of a recording; with its healthy twin, also what differs from that."""
    matched = differences.pairs(recording, twin) if twin else []
    unlike = {pair.here.number: pair for pair in matched if pair.here is not None}
    words = purposes.of(twin.of(Hop)) if twin else {}
    missing = tuple(words[pair.there.number].words for pair in matched if pair.here is None and pair.there)
    rows = _rows(recording, unlike)
    broken = _broken(recording, rows)
    rows = [replace(row, broke=row.hop.number in broken) for row in rows]
    items: list[Row | Note] = [*rows, *_notes(recording, rows)]
    items.sort(key=_when)
    logins = max((hop.login for hop in recording.of(Hop)), default=0)
    return Story(recording, tuple(items), missing, logins)


def _when(item: Row | Note) -> tuple[float, bool]:
    # A step stands before the hops that it sets off.
    return (item.hop.at, True) if isinstance(item, Row) else (item.event.at, not isinstance(item.event, Step))


def _rows(recording: Recording, unlike: dict[int, differences.Pair]) -> list[Row]:
    every = list(recording.of(Hop))
    purpose = purposes.of(every)
    looked = min((step.at for step in recording.of(Step) if step.verb == "observes"), default=float("inf"))
    refusals = _owners(recording.of(Refusal), every)
    rows = []
    for hop in every:
        pair = unlike.get(hop.number)
        rows.append(
            Row(
                hop=hop,
                title=purpose[hop.number].words,
                key=purpose[hop.number].key,
                sender="browser" if hop.via == "browser" else "issuer" if hop.role == "app" else "app",
                receiver=hop.role,
                address=_address(hop.url),
                parameters=tuple(hops.parameters(hop)),
                cookies=tuple(hops.cookies(hop, hops.belonging(hop, recording.of(Cookie)))),
                tokens=tuple(tokens.opened(recording, hop)),
                refusal=refusals.get(hop.number),
                differences=pair.differences if pair else (),
                only_here=pair is not None and pair.there is None,
                after_the_end=hop.at > looked,
            )
        )
    return rows


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


def _broken(recording: Recording, rows: list[Row]) -> set[int]:
    """The hops to show first: where it was refused and what caused that, else the first that went wrong."""
    refused = [row for row in rows if row.refusal]
    if refused:
        return {refused[-1].hop.number, *_causes(refused[-1], rows)}
    wrong = [row for row in rows if _wrong(row) and not row.after_the_end]
    if wrong:
        return {wrong[0].hop.number}
    end = recording.end
    browser = [row for row in rows if row.hop.via == "browser" and row.key != "file" and not row.after_the_end]
    return {browser[-1].hop.number} if browser and (end is None or not end.passed) else set()


def _causes(refused: Row, rows: list[Row]) -> Iterator[int]:
    """Back-channel hops within the refused one that bring something that does not hold, or that differs."""
    first, last = refused.hop.at, refused.hop.at + refused.hop.took
    for row in rows:
        within = row.hop.via == "back channel" and first <= row.hop.at <= last
        if within and (any(token.broken for token in row.tokens) or row.differences or _wrong(row)):
            yield row.hop.number


def _wrong(row: Row) -> bool:
    status = row.hop.status
    if status is None or not row.hop.complete or status >= _BROKEN:
        return True
    refused = any(line.refused for line in row.cookies)
    return refused or (status >= _TROUBLE and row.key not in {"file", "who"})


def _notes(recording: Recording, rows: list[Row]) -> Iterator[Note]:
    owned = {row.refusal for row in rows if row.refusal}
    for event in recording.events:
        told = (isinstance(event, Refusal) and event in owned) or _shown(event, rows)
        if isinstance(event, Step | Said | Picture | Refusal | Cookie) and not told:
            yield Note(event)


def _shown(event: Event, rows: list[Row]) -> bool:
    return isinstance(event, Cookie) and any(
        line.refused and line.name == event.name for row in rows for line in row.cookies
    )


def ending(end: End | None) -> str:
    """The end in one word: "passed", "failed" or "cut" for a recording without one."""
    return "cut" if end is None else "passed" if end.passed else "failed"
