"""Where recordings are kept, and how one is found by what a person types."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from harness.record.recording import FILE, NoRecording

REPORT = Path("report")
TRACES = Path(".cache") / "traces"
"""Where logins go that were traced one by one."""


def find(name: str) -> Path | None:
    """The path of a recording: a folder or file as it is, or CASE@IDP-REGION of the last report or trace; None if none is."""
    case, _, place = name.rpartition("@")
    candidates = [Path(name), *(folder / case / place for folder in (REPORT, TRACES) if case)]
    return next((path for path in candidates if path.exists()), None)


def found(name: str) -> Path:
    """As `find`.

    Raises:
        NoRecording: There is none; the message names those that are nearly called so.
    """
    path = find(name)
    if path is None:
        like = get_close_matches(name, _names(), n=3)
        hint = (
            f"did you mean {', '.join(like)}?"
            if like
            else 'name a folder of a report, or make one with "sso-harness trace"'
        )
        raise NoRecording(f'no recording "{name}"; {hint}')
    return path


def _names() -> Iterator[str]:
    for folder in (REPORT, TRACES):
        for path in folder.rglob(FILE):
            *case, place, _ = path.relative_to(folder).parts
            yield f"{'/'.join(case)}@{place}"
