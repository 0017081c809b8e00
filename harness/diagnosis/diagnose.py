"""From a text that somebody copied to what it means: by code, by wording, else the nearest, said to be a guess."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from harness.diagnosis import wording
from harness.diagnosis.entries import every
from harness.diagnosis.entry import Entry
from harness.diagnosis.wording import Likeness

Sure = Literal["certain", "likely", "guess"]

CERTAIN, LIKELY = 0.9, 0.55
"""Shares of a wording (0 to 1) from which a text counts as that wording, or as probably that."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One possible meaning of a text, how sure it is, and how much of the wording was found (0 to 1)."""

    entry: Entry
    sure: Sure
    share: float


@cache
def _likeness() -> Likeness:
    return Likeness(shown for entry in every() for shown in entry.shows)


def diagnose(text: str, *, vendor: str = "", place: str = "") -> list[Finding]:
    """What `text` means, the best first and at most five; [] only for a text without a word.

    `vendor` and `place` are what is known already: entries of another vendor are left out, those of another place come later.
    """
    known = [entry for entry in every() if not vendor or entry.vendor in {vendor, ""}]
    found = _by_code(text, known, place) or _by_wording(text, known, place)
    unique: dict[str, Finding] = {}
    for finding in found:
        unique.setdefault(finding.entry.id, finding)
    return list(unique.values())[:5]


def _by_code(text: str, known: list[Entry], place: str) -> list[Finding]:
    """Entries whose code stands in the text; of several with one code, the one whose wording and place fit best."""
    asked = wording.codes(text)
    bare = wording.plain(text).strip().strip("\"'`")
    fitting = [entry for entry in known if set(entry.codes) & {*asked, bare} or entry.id == bare]
    if not fitting and bare.isdigit():
        fitting = [entry for entry in known if f"AADSTS{bare}" in entry.codes]
    if not fitting and asked:
        fitting = [entry for entry in known if any(code in shown.upper() for code in asked for shown in entry.shows)]
    order = {code: number for number, code in enumerate(asked)}
    ranked = sorted(
        ((_rank(entry, text, place), entry) for entry in fitting),
        key=lambda it: (min((order.get(code, 99) for code in it[1].codes), default=99), -it[0]),
    )
    return [Finding(entry, "certain", 1.0) for _, entry in ranked]


def _rank(entry: Entry, text: str, place: str) -> float:
    share = max((_likeness().of(text, shown) for shown in entry.shows), default=0.0)
    return share + (0.25 if place and entry.place == place else 0.0)


def _by_wording(text: str, known: list[Entry], place: str) -> list[Finding]:
    found = []
    for entry in known:
        share = max((_share(text, shown) for shown in entry.shows), default=0.0)
        if share:
            found.append((share + (0.05 if place and entry.place == place else 0.0), share, entry))
    found.sort(key=lambda it: -it[0])
    if not found:
        return _by_error(text, known, place)
    best = found[0][1]
    return [Finding(entry, _sure(share, best), share) for _, share, entry in found if share >= best * 0.8]


def _share(text: str, shown: str) -> float:
    """How much of a wording is there; one or two words in common are not enough to be sure of a long text."""
    share = _likeness().of(text, shown)
    shared = len(wording.pairs(text) & wording.pairs(shown))
    return share if shared >= min(3, len(wording.pairs(shown))) else share * 0.5


def _sure(share: float, best: float) -> Sure:
    if share < best:
        return "likely" if share >= LIKELY else "guess"
    return "certain" if share >= CERTAIN else "likely" if share >= LIKELY else "guess"


def _by_error(text: str, known: list[Entry], place: str) -> list[Finding]:
    """Entries with the OAuth error code that stands in the text, which says little; then any that share a word."""
    asked = set(wording.words(text))
    by_code = [entry for entry in known if entry.error and entry.error.casefold() in asked]
    if by_code:
        by_code.sort(key=lambda entry: (entry.place == "inline", entry.place != place, -len(asked & _words_of(entry))))
        return [Finding(entry, "guess", 0.1) for entry in by_code]
    scored = [(len(asked & _words_of(entry)), entry) for entry in known]
    scored.sort(key=lambda it: -it[0])
    if not asked or scored[0][0]:
        return [Finding(entry, "guess", 0.0) for score, entry in scored if score and asked]
    return _by_letters(text, known)


def _by_letters(text: str, known: list[Entry]) -> list[Finding]:
    """The entry whose wording looks most alike, letter by letter: a last guess for mistyped words."""
    shown = {what.casefold(): entry for entry in known for what in entry.shows}
    like = get_close_matches(wording.plain(text).casefold()[:200], shown, n=1, cutoff=0.0)
    return [Finding(shown[it], "guess", 0.0) for it in like]


def _words_of(entry: Entry) -> set[str]:
    return set(wording.words(" ".join((*entry.shows, entry.means))))


def by_check(check: str) -> Entry | None:
    """The entry of one of the app's own checks, or None."""
    return next((entry for entry in every() if entry.id == f"check/{check}"), None)
