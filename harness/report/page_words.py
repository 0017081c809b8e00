"""What an HTML page says at first sight: its headings (or its title, where it has none) and its alerts."""

from __future__ import annotations

from html.parser import HTMLParser

_HEARD = frozenset({"title", "h1"})
_VOID = frozenset({"input", "img", "br", "meta", "link", "hr", "source", "wbr"})


def said(html: str) -> tuple[str, ...]:
    """Headings of the first level and whatever a screen reader would announce as an alert, each once; else the title."""
    reader = _Reader()
    reader.feed(html)
    found = [(tag, " ".join("".join(parts).split())) for tag, parts in reader.found]
    words = dict.fromkeys(text for tag, text in found if text and tag != "title")
    return tuple(words or dict.fromkeys(text for _, text in found if text))


class _Reader(HTMLParser):
    """Gathers the text of the elements worth telling, with their tags."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str]]] = []
        self._tag = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._depth:
            self._depth += tag == self._tag
        elif tag not in _VOID and (tag in _HEARD or ("role", "alert") in attrs):
            self._tag, self._depth = tag, 1
            self.found.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag == self._tag:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1][1].append(data)
