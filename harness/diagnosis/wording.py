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

_CODE = re.compile(r"AADSTS\s?\d{4,8}|\bE0{3,5}\d{2,4}\b|\bIDX\d{4,6}\b", re.IGNORECASE)
_PLACE = re.compile(r"\{\w+\}")
_ID = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?:0oa|00o|00u|aus)\w{14,20}\b"
    r"|\b[0-9a-f]{24,}\b|\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*",
    re.IGNORECASE,
)
_TRAILER = re.compile(r"(?:trace id|correlation id|timestamp|request id)\s*:.*", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[a-z0-9_]+", re.IGNORECASE)
_QUOTES = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u200b": None, "\u00ad": None}
)
LONGEST = 20_000
"""Characters of a text that are looked at; more is a log, and its beginning says enough."""


def plain(text: str) -> str:
    """A text without encodings and ids."""
    text = text[:LONGEST]
    if "%" in text or "+" in text:
        text = unquote_plus(text)
    return unescape(text).translate(_QUOTES)


def codes(text: str) -> list[str]:
    """The vendors' codes in a text, in upper case, without blanks, in order."""
    return list(dict.fromkeys(re.sub(r"\s", "", found).upper() for found in _CODE.findall(plain(text))))


def words(text: str) -> list[str]:
    """The words of a text in lower case; ids, addresses and places of a template are left out."""
    bare = _TRAILER.sub(" ", _ID.sub(" ", _PLACE.sub(" ", _CODE.sub(" ", plain(text)))))
    return [word.casefold() for word in _WORD.findall(bare)]


@lru_cache(maxsize=4096)
def pairs(text: str) -> frozenset[str]:
    """The neighbouring words of a text; single words where it has but one or two."""
    found = words(text)
    if len(found) <= 2:  # noqa: PLR2004 - two words make one pair, which would be all or nothing
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

    def of(self, text: str, known: str) -> float:
        """0 for nothing in common to 1 for the whole of one standing in the other."""
        here, there = pairs(text), pairs(known)
        shared = self._weight(here & there)
        if not shared:
            return 0.0
        return max(shared / self._weight(there), 0.97 * shared / self._weight(here))
