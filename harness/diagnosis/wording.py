"""Comparing texts that were copied by hand: other ids, line breaks, fragments, quotes, encodings count for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from itertools import pairwise
from math import log
from urllib.parse import unquote_plus

_CODE = re.compile(
    r"(?:AADSTS|A[A4]DST[S5])[\s:#_-]{0,3}[\dOoIl]{4,8}(?![A-Za-z\d])|\bE[0Oo]{3,5}\d{2,4}\b|\bIDX\d{4,6}\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.-])(?<!\d:)\d{5,8}(?![\w:-])")
_PLACE = re.compile(r"\{\w+\}")
_ID = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?:0oa|00o|00u|aus)\w{14,20}\b"
    r"|\b[0-9a-f]{24,}\b|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*",
    re.IGNORECASE,
)
_TRAILER = re.compile(r"(?:trace id|correlation id|timestamp|request id)\s*:[^\n]{0,60}", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)
_TELLS = re.compile(r"error|invalid|denied|refused|fail|expired|AADSTS|\bE0000|\bIDX\d", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(?:u([0-9a-f]{4})|[rnt])", re.IGNORECASE)
_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u200b": None, "\u00ad": None}
)
_DIGITS = str.maketrans("OIL", "011")
LONGEST = 20_000
"""Characters of a text that are compared; of a longer one, a log, the lines that tell of an error."""

SHORT = 2
"""Words of a wording that has no pairs to compare: it stands in a text as a whole, or not at all."""


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """A text as a person reads it: without encodings (percent, HTML, JSON, mail), tags and soft line breaks."""
    if len(text) > LONGEST:
        text = "\n".join(line[:2000] for line in text.splitlines() if _TELLS.search(line))[:LONGEST] or text[:LONGEST]
    text = text.replace("=\r\n", "").replace("=\n", "")
    for _ in range(2):  # what was copied from a log is often encoded twice
        if re.search(r"%[0-9a-f]{2}|\w\+\w", text, re.IGNORECASE):
            text = unquote_plus(text)
        text = unescape(text)
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)
    return _TAG.sub(" ", text).translate(_QUOTES)


def codes(text: str) -> list[str]:
    """The vendors' codes in a text, in upper case, in order; letters typed for digits (O for 0, l for 1) are put right."""
    return list(dict.fromkeys(_right(found) for found in _CODE.findall(plain(text))))


def _right(code: str) -> str:
    bare = re.sub(r"[^A-Za-z0-9]", "", code).upper()
    begin, rest = ("AADSTS", bare[6:]) if bare[0] == "A" else ("IDX", bare[3:]) if bare[0] == "I" else ("E", bare[1:])
    return begin + rest.translate(_DIGITS)


def numbers(text: str) -> list[str]:
    """Numbers in a text that may be the digits of a code, copied without its letters."""
    return list(dict.fromkeys(_NUMBER.findall(plain(text))))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case; ids, addresses and places of a template are left out."""
    bare = _TRAILER.sub(" ", _ID.sub(" ", _PLACE.sub(" ", _CODE.sub(" ", plain(text)))))
    return tuple(word.casefold() for word in _WORD.findall(bare))


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """The neighbouring words of a text; single words where it has but one or two."""
    found = words(text)
    if len(found) <= SHORT:
        return frozenset(found)
    return frozenset(f"{one} {other}" for one, other in pairwise(found))


class Likeness:
    """How like a text is to each of many: rare pairs of words count for more than those that stand everywhere."""

    def __init__(self, known: Iterable[str]) -> None:
        texts = [pairs(text) for text in known]
        seen = Counter(pair for text in texts for pair in text)
        self._weights = {pair: log(1 + len(texts) / count) for pair, count in seen.items()}
        self._rare = log(1 + len(texts))

    def _weight(self, found: Iterable[str]) -> float:
        return sum(self._weights.get(pair, self._rare) for pair in found)

    def of(self, text: str, known: str) -> tuple[float, float]:
        """The share (0 to 1: the whole of one stands in the other) and the weight of what two texts have in common.

        One or two words in common say little about a long wording: there the share is halved.
        """
        if len(words(known)) <= SHORT and len(words(text)) > SHORT:
            found = _stands_in(known, text) and not _ordinary(known)
            return (1.0, self._rare) if found else (0.0, 0.0)
        here, there = pairs(text), pairs(known)
        common = here & there
        shared = self._weight(common)
        if not shared:
            return 0.0, 0.0
        share = max(shared / self._weight(there), 0.97 * shared / self._weight(here))
        return (share if len(common) >= min(3, len(there)) else share * 0.5), shared


def _ordinary(known: str) -> bool:
    """Whether a wording is a single word of plain English, which stands in texts about anything."""
    return len(words(known)) == 1 and known.strip(" .'\"").isalpha()


def _stands_in(known: str, text: str) -> bool:
    """Whether the words of a short wording stand side by side in a text."""
    return f" {' '.join(words(known))} " in f" {' '.join(words(text))} "
