"""From a text that somebody copied to what it means: by code, by wording, else the nearest, said to be a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal

from harness.diagnosis import wording
from harness.diagnosis.entries import every
from harness.diagnosis.entry import Entry
from harness.diagnosis.wording import Likeness

Sure = Literal["certain", "likely", "guess"]

CERTAIN, LIKELY = 0.9, 0.55
"""Shares of a wording (0 to 1) from which a text counts as that wording, or as probably that."""

MOST = 5
"""Findings that are told of one text."""

_NAMED = {
    "entra": r"\bentra\b|\bazure|\bmicrosoft|\baad\b|AADSTS|\bmsal\b",
    "okta": r"\bokta\b",
    "jumpcloud": r"\bjump ?cloud\b|\bhydra\b|\bfosite\b",
    "google_workspace": r"\bgoogle\b|\bgsuite\b",
    "keycloak": r"\bkeycloak\b",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One possible meaning of a text, how sure it is, how much of the wording was found (0 to 1), and which wording."""

    entry: Entry
    sure: Sure
    share: float
    wording: str = ""


@cache
def _likeness() -> Likeness:
    return Likeness(shown for entry in every() for shown in entry.shows)


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for entry in every() for shown in entry.shows for word in wording.words(shown))


def diagnose(text: str, *, vendor: str = "", place: str = "") -> list[Finding]:
    """What `text` means, the best first and at most `MOST`; [] only for a text without a word.

    `vendor` and `place` are what is known already: entries of another vendor are left out, those of another place come later.
    """
    known = [entry for entry in every() if not vendor or entry.vendor in {vendor, ""}]
    found = _by_code(text, known, place) or _by_wording(text, known, place) or _by_error(text, known, place)
    unique: dict[str, Finding] = {}
    for finding in found:
        unique.setdefault(finding.entry.id, finding)
    return list(unique.values())[:MOST]


def unknown_codes(text: str) -> list[str]:
    """Codes in a text that look like a vendor's and that nobody has written down here."""
    known = {code for entry in every() for code in entry.codes}
    shown = " ".join(shown.upper() for entry in every() for shown in entry.shows)
    return [code for code in wording.codes(text) if code not in known and code not in shown]


def _named(text: str) -> str:
    """The vendor that a text speaks of by name; "" for none or several."""
    plain = wording.plain(text)
    found = [vendor for vendor, pattern in _NAMED.items() if re.search(pattern, plain, re.IGNORECASE)]
    return found[0] if len(found) == 1 else ""


def _by_code(text: str, known: list[Entry], place: str) -> list[Finding]:
    """Entries whose code stands in the text; of several with one code, the one whose wording and place fit best."""
    asked = wording.codes(text)
    bare = wording.plain(text).strip().strip("\"'`")
    fitting = [entry for entry in known if set(entry.codes) & {*asked, bare} or entry.id == bare]
    sure: Sure = "certain"
    if not fitting and asked:
        fitting = [entry for entry in known if any(code in shown.upper() for code in asked for shown in entry.shows)]
    if not fitting and not asked and (bare_codes := [f"AADSTS{number}" for number in wording.numbers(text)]):
        fitting = [entry for entry in known if set(entry.codes) & set(bare_codes)]
        asked, sure = bare_codes, "certain" if bare.isdigit() else "likely"
    order = {code: number for number, code in enumerate(asked)}
    ranked = [(_rank(entry, text, place), entry) for entry in fitting]
    ranked.sort(key=lambda it: (min((order.get(code, 99) for code in it[1].codes), default=99), *_order(*it)))
    return [Finding(entry, sure, 1.0) for _, entry in ranked]


def _order(rank: float, entry: Entry) -> tuple[float, bool, bool, bool, int]:
    """The better fit first; of equals a vendor's own wording, at the usual place, shown by a scenario, of the plainer name."""
    unusual = entry.situation.startswith(("silent_", "token_", "launch_"))
    return -round(rank, 3), not entry.place, unusual, not entry.scenario, len(entry.id)


def _rank(entry: Entry, text: str, place: str) -> float:
    share = max((_likeness().of(text, shown)[0] for shown in entry.shows), default=0.0)
    return share + (0.25 if place and entry.place == place else 0.0) + _about(entry, text)


def _about(entry: Entry, text: str) -> float:
    """A little for an entry whose parameter stands in the text by its name, where one wording serves several."""
    return 0.02 if entry.situation.partition("_missing")[0] in wording.words(text) else 0.0


def _by_wording(text: str, known: list[Entry], place: str) -> list[Finding]:
    """Entries whose wording is in the text, or the text in it; the one that explains most of the text first."""
    text = _spelled(text)
    told = [(*_best(entry, text), entry) for entry in known if entry.shows]
    told = [it for it in told if it[0]]
    if not told:
        return []
    most, named = max(shared for _, shared, _, _ in told), _named(text)
    ranked = [
        (
            share
            + 0.5 * shared / most
            + (0.05 if place and entry.place == place else 0.0)
            + (0.1 if entry.vendor == named else 0.0)
            + _about(entry, text),
            share,
            shown,
            entry,
        )
        for share, shared, shown, entry in told
    ]
    ranked.sort(key=lambda it: _order(it[0], it[3]))
    best = ranked[0][0]
    return [
        Finding(entry, _sure(share, first=number == 0), share, shown)
        for number, (rank, share, shown, entry) in enumerate(ranked)
        if rank >= best * 0.8
    ]


def _best(entry: Entry, text: str) -> tuple[float, float, str]:
    """Share and weight of the wording of an entry that fits a text best, and that wording."""
    return max((*_likeness().of(text, shown), shown) for shown in entry.shows)


def _sure(share: float, *, first: bool) -> Sure:
    return "certain" if first and share >= CERTAIN else "likely" if share >= LIKELY else "guess"


def _spelled(text: str) -> str:
    """A text with mistyped words put right, where one known word is near; texts with many unknown words are left alone."""
    found = wording.words(text)
    strange = {word for word in found if len(word) > 4 and word.isalpha() and word not in _vocabulary()}  # noqa: PLR2004 - shorter words are near to too many others
    if not strange or len(strange) > max(3, len(found) // 3):
        return text
    right = {word: _nearest(word) for word in strange}
    return re.sub(r"\w+", lambda it: right.get(it[0].casefold(), it[0]), wording.plain(text))


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    return next(iter(get_close_matches(word, _vocabulary(), n=1, cutoff=0.8)), word)


def _by_error(text: str, known: list[Entry], place: str) -> list[Finding]:
    """Entries with the OAuth error code that stands in the text, which says little; then any that share a word."""
    asked, named = set(wording.words(_spelled(text))), _named(text)
    known = [entry for entry in known if entry.vendor == named] or known
    by_code = [entry for entry in known if entry.error and entry.error.casefold() in asked]
    if by_code:
        by_code.sort(key=lambda entry: (entry.place == "inline", entry.place != place, -len(asked & _words_of(entry))))
        return [Finding(entry, "guess", 0.1) for entry in by_code]
    scored = [(len(asked & _words_of(entry)), entry) for entry in known]
    scored.sort(key=lambda it: -it[0])
    if asked and scored[0][0]:
        return [Finding(entry, "guess", 0.0) for score, entry in scored if score]
    return _by_letters(text, known) if re.search(r"\w", wording.plain(text)) else []


def _by_letters(text: str, known: list[Entry]) -> list[Finding]:
    """The entry whose wording looks most alike, letter by letter: a last guess for words of another language."""
    shown = {what.casefold(): entry for entry in known for what in entry.shows}
    like = get_close_matches(wording.plain(text).casefold()[:200], shown, n=1, cutoff=0.0)
    return [Finding(shown[it], "guess", 0.0) for it in like]


def _words_of(entry: Entry) -> set[str]:
    return set(wording.words(" ".join((*entry.shows, entry.means))))


def by_check(check: str) -> Entry | None:
    """The entry of one of the app's own checks, or None."""
    return next((entry for entry in every() if entry.id == f"check/{check}"), None)
