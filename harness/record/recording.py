"""A recording as one thing: written as JSON Lines, read again even when only part of it is left."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from harness.record.events import VERSION, BadEvent, End, Event, Head, from_json, to_json

FILE = "login.jsonl"
"""The recording's name in the folder of its case."""

TRACE = "trace.zip"
"""The name of Playwright's trace beside it, where there is one."""

MOST_BYTES = 64 * 1024 * 1024
"""Of a recording: a thousand times what a login leaves."""

T = TypeVar("T")


class NoRecording(Exception):
    """There is nothing to read; the message is one line: what, which, the way out."""


@dataclass(frozen=True, slots=True)
class Recording:
    """The events of one case. `trouble` has one line for whatever could not be read."""

    head: Head
    events: tuple[Event, ...]
    trouble: tuple[str, ...] = ()

    def of(self, kind: type[T]) -> Iterator[T]:
        """The events of one kind, in order."""
        return (event for event in self.events if isinstance(event, kind))

    @property
    def end(self) -> End | None:
        """How it ended; None when the recording stops before."""
        return next(self.of(End), None)


def write(recording: Recording, folder: Path) -> Path:
    """Write a recording into its folder; a reader sees all of it or nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    partial = folder / f".{FILE}"
    lines = (json.dumps(to_json(event), ensure_ascii=False) for event in (recording.head, *recording.events))
    partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
    partial.replace(path)
    return path


def read(path: Path) -> Recording:
    """Read a recording from its file or folder; lines that are no events are left out and told of in `trouble`.

    Raises:
        NoRecording: There is no such file, or it holds no head.
    """
    if path.is_dir():
        path = path / FILE
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoRecording(f'"{path}" is no recording: it has more than {MOST_BYTES} bytes; name another file')
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise NoRecording(
            f'no recording at "{path}" ({error.strerror}); "sso-harness run --report report" writes them'
        ) from None
    return parse(text, str(path))


def parse(text: str, name: str) -> Recording:
    """The recording that stands in `text`; `name` is what messages call it.

    Raises:
        NoRecording: It holds no head, or comes from a newer harness.
    """
    found: list[Head | Event] = []
    damaged: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            found += [from_json(json.loads(line))] if line.strip() else []
        except (BadEvent, ValueError, RecursionError) as error:
            damaged.append((number, _why(error)))
    heads = [event for event in found if isinstance(event, Head)]
    if not heads:
        why = f" (line {damaged[0][0]}: {damaged[0][1]})" if damaged else ""
        what = f'it has no line of kind "head"{why}' if text.strip() else "it is empty"
        raise NoRecording(f'"{name}" is no recording: {what}; record the login again')
    if heads[0].version > VERSION:
        raise NoRecording(f'"{name}" has format {heads[0].version}, this harness reads up to {VERSION}; update it')
    events = tuple(event for event in found if not isinstance(event, Head))
    whole = any(isinstance(event, End) for event in events)
    return Recording(heads[0], events, tuple(_trouble(name, damaged, whole=whole)))


def _trouble(name: str, damaged: list[tuple[int, str]], *, whole: bool) -> Iterator[str]:
    """What is wrong with a recording, in one line."""
    said = []
    if damaged:
        number, why = damaged[0]
        more = f", and {len(damaged) - 1} more" if len(damaged) > 1 else ""
        said.append(f"line {number} is no event ({why}){more}")
    if not whole:
        said.append("it stops before the end")
    if said:
        yield f'"{name}" is damaged: {"; ".join(said)}; what is left of it is shown'


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, BadEvent) else "cut or damaged JSON"
