"""One request of the customer's browser, cut down to what a login can be told from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, urlsplit

LONGEST_BODY = 40_000
"""Characters of a page that are kept: an error stands near its beginning."""

_SKIPPED = re.compile(r"<(script|style|svg|head)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CHECK = re.compile(r'\bdata-check="([\w.]+)"')


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer. `form` are posted fields, `location` the redirect's target, `body` the answer as text."""

    method: str
    url: str
    status: int
    form: Mapping[str, str] = field(default_factory=dict)
    location: str = ""
    body: str = ""
    kind: str = ""

    @property
    def host(self) -> str:
        """The host asked."""
        return (_split(self.url).hostname or "").lower()

    @property
    def path(self) -> str:
        """The path asked."""
        return _split(self.url).path

    @property
    def parameters(self) -> dict[str, str]:
        """Query, fragment and posted form together; of a repeated name the last."""
        parts = _split(self.url)
        return {**_pairs(parts.fragment), **_pairs(parts.query), **self.form}

    @property
    def repeated(self) -> bool:
        """Whether the query repeats a parameter."""
        names = [name for name, _ in parse_qsl(_split(self.url).query, keep_blank_values=True)]
        return len(names) != len(set(names))

    @property
    def text(self) -> str:
        """What a person reads on the page."""
        return " ".join(html.unescape(_TAG.sub(" ", _SKIPPED.sub(" ", self.body))).split())

    @property
    def check(self) -> str:
        """The check that an error page names in `data-check`; "" for other pages."""
        found = _CHECK.search(self.body)
        return found[1] if found else ""


def _split(url: str) -> SplitResult:
    """An address in parts; one that is none has none."""
    try:
        parts = urlsplit(url)
        parts.hostname  # noqa: B018 - says now whether the host can be read
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _pairs(text: str) -> dict[str, str]:
    return dict(parse_qsl(text, keep_blank_values=True))
