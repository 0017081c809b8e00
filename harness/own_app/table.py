"""A table of a TOML file, read key by key; what is wrong is collected, so that all mistakes are said at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from harness.own_app.mistakes import shown, unknown
from harness.own_app.placeholders import named
from harness.own_app.slips import flaw_of_selector

_NOTHING: dict[str, Any] = {}


class Table:
    """One table; `where` is its place in the file ("app"), `mistakes` the list that every table of the file shares."""

    def __init__(self, data: Any, where: str, mistakes: list[str]) -> None:
        self._data: Mapping[str, Any] = data if isinstance(data, dict) else _NOTHING
        self._where = where
        self._mistakes = mistakes
        self._asked: list[str] = []
        if not isinstance(data, dict):
            self.wrong("", data, "write a table")

    def wrong(self, key: str, value: Any, way_out: str) -> None:
        """Note a mistake: `key` with `value`, and the way out."""
        place = ".".join(part for part in (self._where, key) if part)
        self._mistakes.append(f'"{place}" is {shown(value)}; {way_out}')

    def lacks(self, key: str, way_out: str) -> None:
        """Note that a key is missing."""
        place = ".".join(part for part in (self._where, key) if part)
        self._mistakes.append(f'"{place}" is missing; {way_out}')

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def any(self, key: str, default: Any = None) -> Any:
        """Whatever stands under `key`."""
        self._asked.append(key)
        return self._data.get(key, default)

    def text(self, key: str, default: str | None = "", *, like: str = "") -> str:
        """A string; without a default (None) it must be there, and `like` shows one."""
        value = self.any(key)
        if value is None:
            if default is None:
                self.lacks(key, f'write one such as "{like}"')
            return default or ""
        if not isinstance(value, str):
            self.wrong(key, value, f"write a string{f' such as {chr(34)}{like}{chr(34)}' if like else ''}")
            return default or ""
        return value

    def path(self, key: str, default: str | None = "/", *, like: str = "/", known: tuple[str, ...] = ()) -> str:
        """A path at the app, which may hold the placeholders `known`."""
        value = self.text(key, default, like=like)
        if value and not value.startswith("/"):
            self.wrong(key, value, f'write a path such as "{like}"')
        self.placeholders(key, (value,), known)
        return value

    def selector(self, key: str = "selector") -> str:
        """A CSS selector, or another of Playwright's; "" when there is none."""
        value = self.text(key)
        if key in self and isinstance(self.any(key), str) and (flaw := flaw_of_selector(value)):
            self.wrong(key, value, f'{flaw}; write a CSS selector such as "#user" or "[role=alert]"')
        return value

    def choice(self, key: str, known: tuple[str, ...]) -> str:
        """One of `known`; the first is the default."""
        value = self.text(key, known[0])
        if value not in known:
            self.wrong(key, value, unknown(value, known))
        return value if value in known else known[0]

    def seconds(self, key: str, default: float) -> float:
        """A number of seconds above zero."""
        value = self.any(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            self.wrong(key, value, "write a number of seconds such as 30")
            return default
        return float(value)

    def texts(self, key: str, *, like: str = '["a", "b"]') -> tuple[str, ...]:
        """A list of strings."""
        value = self.any(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong(key, value, f"write a list of strings such as {like}")
            return ()
        return tuple(value)

    def strings(self, key: str) -> dict[str, str]:
        """A table of strings; numbers and truth values are written out as TOML has them."""
        value = self.any(key, {})
        if not isinstance(value, dict):
            self.wrong(key, value, 'write a table such as { NAME = "value" }')
            return {}
        for name, item in value.items():
            if not isinstance(item, str | int | float):
                self.wrong(f"{key}.{name}", item, "write a string")
        return {name: str(item).lower() if isinstance(item, bool) else str(item) for name, item in value.items()}

    def below(self, key: str) -> Table:
        """The table under `key`; an absent one is empty."""
        return Table(self.any(key, {}), f"{self._where}.{key}" if self._where else key, self._mistakes)

    def rows(self, key: str) -> Iterator[Table]:
        """The tables in the list under `key`."""
        value = self.any(key, [])
        if not isinstance(value, list):
            self.wrong(key, value, "write a list of tables")
            return
        for number, row in enumerate(value, 1):
            yield Table(row, f"{self._where}.{key}[{number}]".removeprefix("."), self._mistakes)

    def placeholders(self, key: str, texts: tuple[str, ...], known: tuple[str, ...]) -> None:
        """See that the placeholders of `texts` are all known."""
        for text in texts:
            for word in named(text):
                if word not in known:
                    like = unknown(word, tuple(f"{{{it}}}" for it in known)) if known else "none may stand here"
                    self.wrong(key, text, f'there is no placeholder "{{{word}}}" here; {like}')

    def close(self) -> None:
        """See that nothing stands in the table that nobody asked for."""
        for key, value in self._data.items():
            if key not in self._asked:
                self.wrong(key, value, f"there is no such key; {unknown(key, tuple(self._asked))}")
