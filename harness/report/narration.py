"""One login as lines of a terminal; and two logins, as what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from harness.record.events import Cookie, Picture, Refusal, Said, Step
from harness.report.differences import Pair
from harness.report.purposes import Purpose
from harness.report.story import Note, Row, Story

_LANES = {
    ("browser", "app"): "browser ──▶ app           ",
    ("browser", "issuer"): "browser ───────────▶ issuer",
    ("app", "issuer"): "            app ┄┄┄▶ issuer",
    ("issuer", "app"): "            app ◀┄┄┄ issuer",
}


def lines(story: Story, *, inner: bool = False) -> Iterator[str]:
    """A login, one line per hop, with whatever broke below its hop; `inner` also tells of files and inner steps."""
    for item in story.items:
        if isinstance(item, Note):
            yield from _note(item, inner=inner)
        elif inner or item.key != "file":
            yield from _hop(item)
    end = story.recording.end
    if end is not None:
        yield ""
        yield f"expected  {story.recording.head.expected}"
        yield f"observed  {end.observed}"


def _hop(row: Row) -> Iterator[str]:
    lane = _LANES.get((row.sender, row.receiver), f"{row.sender} to {row.receiver}")
    sign = "✗" if row.broke else " "
    yield f"{sign} {row.hop.at:7.3f}  {lane:27}  {row.hop.status or '---'}  {row.title}: {row.hop.method} {row.address}"
    for mark in row.marks or (row.gist if row.broke else ()):
        yield f"{'':40}{mark}"
    for it in row.differences if row.broke else ():
        yield f"{'':40}  {it.what} {it.name}: {it.here or '(absent)'}; healthy: {it.there or '(absent)'}"


def _note(note: Note, *, inner: bool) -> Iterator[str]:
    match note.event:
        case Step(verb="observes"):
            yield "  The harness looks who is signed in"
        case Step(depth=0) as step:
            yield f"  {step.person.capitalize()} {step.verb.replace('_', ' ')} {step.words}".rstrip()
        case Step() as step if inner:
            yield f"  {'  ' * step.depth}{step.verb.replace('_', ' ')} {step.words}".rstrip()
        case Refusal() as refusal:
            yield f"{'':40}the app refused: {refusal.check}"
        case Cookie() as cookie:
            yield f"{'':40}cookie refused by the browser: {cookie.name} ({', '.join(cookie.reasons)})"
        case Said() as said if inner or said.source in {"policy", "page error"}:
            yield f"{'':40}{said.source}: {said.text}"
        case Picture():
            return


def compared(pairs: list[Pair], here: Mapping[int, Purpose], there: Mapping[int, Purpose]) -> Iterator[str]:
    """What differs between two logins, hop by hop; hops that are alike are left out."""
    for pair in pairs:
        if pair.here is None and pair.there is not None:
            yield f"only in B: {there[pair.there.number].words}"
        elif pair.there is None and pair.here is not None:
            yield f"only in A: {here[pair.here.number].words}"
        elif pair.here is not None and pair.differences:
            yield here[pair.here.number].words
            for it in pair.differences:
                yield f"  {it.what} {it.name}"
                yield f"    A  {it.here or '(absent)'}"
                yield f"    B  {it.there or '(absent)'}"
