"""What stands in one hop: its parameters explained, and its cookies with flags and the browser's refusals."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from harness.record.bodies import content_type
from harness.record.events import Cookie, Hop
from harness.record.explain import lookup
from harness.report.purposes import json_object


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; `where` is "query", "form", "answer" (a JSON member) or "redirect"."""

    where: str
    name: str
    value: str
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class CookieLine:
    """One cookie: "sent" by the browser, "set" or "cleared" by the server, or "not sent"; `refused` says why, in plain words.

    `flags` of a cookie that was sent are those with which it was set.
    """

    direction: str
    name: str
    value: str
    flags: str
    refused: str = ""


def header(hop: Hop, name: str) -> str:
    """A field of the answer; "" when there is none."""
    return next((value for field, value in hop.response_headers if field == name), "")


def parameters(hop: Hop, idp: str = "", purpose: str = "") -> Iterator[Parameter]:
    """Everything that travels by name in a hop, in wire order; explained for a vendor and for what the hop is for."""
    for where, name, value in _travelling(hop):
        says, source = lookup.parameter(idp, name, purpose if where == "answer" or purpose in _PAGES else "")
        yield Parameter(where, name, value, *((_A_KEY) if name.startswith("keys[") else (says, source)))


_PAGES = frozenset({"sign_in", "page", "start"})
_A_KEY = ("a public key that signatures are checked with", "https://www.rfc-editor.org/rfc/rfc7517#section-4")


def _travelling(hop: Hop) -> Iterator[tuple[str, str, str]]:
    yield from _named("query", _query(hop.url))
    if "form-urlencoded" in content_type(hop.request_headers):
        yield from _named("form", parse_qsl(hop.request_body, keep_blank_values=True))
    location = header(hop, "location")
    if location:
        yield from _named("redirect", _query(location))
        yield from _named("redirect fragment", parse_qsl(_fragment(location), keep_blank_values=True))
    if "json" in content_type(hop.response_headers):
        yield from _named("answer", _members(json_object(hop.response_body)))


def _named(where: str, found: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    for name, value in found:
        yield where, name, value


def _members(answer: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The members of a JSON answer; of a key set each key by itself, without its numbers, which no reader compares."""
    for name, value in answer.items():
        if name == "keys" and isinstance(value, list) and all(isinstance(it, dict) for it in value):
            for index, key in enumerate(value):
                yield f"keys[{index}]", ", ".join(f"{it} {key[it]}" for it in _OF_A_KEY if it in key)
        else:
            yield name, _text(value)


_OF_A_KEY = ("kid", "kty", "crv", "use", "alg", "issuer")
"""Members of a key that tell which one it is and what it is for."""


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _query(url: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(url).query, keep_blank_values=True)
    except ValueError:
        return []


def _fragment(url: str) -> str:
    try:
        return urlsplit(url).fragment
    except ValueError:
        return ""


_CLEARED = re.compile(r"(?i)\bmax-age=(?:0|-\d+)\b|\bexpires=[^;]*\b(?:1970|1969|1601)\b")
"""Flags with which a server takes a cookie back."""


class Jar:
    """The browser's cookies as they stand hop by hop: a cookie that is sent says nothing of the flags it was set with."""

    def __init__(self) -> None:
        self._flags: dict[tuple[str, str], str] = {}

    def lines(self, hop: Hop, refused: Iterable[Cookie] = ()) -> Iterator[CookieLine]:
        """The cookies of the next hop; `refused` are the browser's refusals that belong to it."""
        why = {(it.direction, it.name): ", ".join(lookup.reason(reason) for reason in it.reasons) for it in refused}
        host = hop.url.partition("://")[2].partition("/")[0]
        for name, value in _sent(hop):
            yield CookieLine("sent", name, value, self._known(host, name))
        for (direction, name), reasons in why.items():
            if direction == "sent":
                yield CookieLine("not sent", name, "", self._known(host, name), reasons)
        for name, value, flags in _set(hop):
            reasons = why.get(("set", name), "")
            if hop.via == "browser" and not reasons:
                self._flags[host, name] = flags
            yield CookieLine("cleared" if _CLEARED.search(flags) else "set", name, value, flags, reasons)

    def _known(self, host: str, name: str) -> str:
        """The flags with which a cookie was set here, or at another host of the same domain."""
        if (host, name) in self._flags:
            return self._flags[host, name]
        others = (flags for (where, it), flags in self._flags.items() if it == name and _shared(flags, where, host))
        return next(others, "")


def _shared(flags: str, where: str, host: str) -> bool:
    found = re.search(r"(?i)\bdomain=\.?([^;]+)", flags)
    domain = found[1].strip().lower() if found else ""
    return bool(domain) and all(f".{it}".endswith(f".{domain}") for it in (where, host))


def _sent(hop: Hop) -> Iterator[tuple[str, str]]:
    for field, value in hop.request_headers:
        if field == "cookie":
            for pair in value.split("; "):
                name, _, content = pair.partition("=")
                yield name, content


def _set(hop: Hop) -> Iterator[tuple[str, str, str]]:
    for field, value in hop.response_headers:
        if field == "set-cookie":
            pair, _, flags = value.partition(";")
            name, _, content = pair.partition("=")
            yield name.strip(), content, flags.strip()


def belonging(hop: Hop, refused: Iterable[Cookie]) -> list[Cookie]:
    """The refusals of cookies that happened in this hop: at its address, while or just after it was answered."""
    address = hop.url.partition("?")[0]
    return [
        it
        for it in refused
        if it.url.partition("?")[0] == address and hop.at - _LATE <= it.at <= hop.at + hop.took + _LATE
    ]


_LATE = 0.25
"""Seconds by which the browser's own report may come apart from the hop on the wire."""
