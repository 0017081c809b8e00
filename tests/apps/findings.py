"""What docs/findings.md says: for each app of this folder, the scenarios that it fails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "findings.md"


@dataclass(frozen=True, slots=True)
class Section:
    """One app's part of the page: its heading, its folder here, and the scenarios in its table."""

    heading: str
    app: str
    cases: tuple[str, ...]


def sections(page: str) -> dict[str, Section]:
    """The sections that name a folder of real apps, by that folder's name."""
    found = (_section(text) for text in re.split(r"^## ", page, flags=re.MULTILINE)[1:])
    return {it.app: it for it in found if it.app}


def _section(text: str) -> Section:
    named = re.search(r"`tests/apps/(\w+)`", text)
    rows = re.findall(r"^\|((?: *`[a-z_-]+/[\w-]+`,?)+) *\|", text, re.MULTILINE)
    cases = tuple(case for row in rows for case in re.findall(r"`([^`]+)`", row))
    return Section(text.partition("\n")[0], named[1] if named else "", cases)
