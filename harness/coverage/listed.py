"""A list of other people's, and how scenarios answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One test, rule or story: what it `asks` of the relying party, and why no scenario answers it ("": one does)."""

    asks: str
    not_covered: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file of this folder promises as `LIST`: a title, its public source, and its entries by id, in order."""

    title: str
    source: str
    entries: Mapping[str, Entry]


def answered(name: str, listed: Listed, covers: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """The scenarios that answer each entry of the list called `name`; `covers` is what every scenario says it covers."""
    found: dict[str, list[str]] = {entry: [] for entry in listed.entries}
    for case, claimed in covers.items():
        for claim in claimed:
            where, _, entry = claim.partition(":")
            if where == name and entry in found:
                found[entry].append(case)
    return found
