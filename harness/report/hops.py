"""What stands in one hop: its parameters explained, and its cookies with flags and the browser's refusals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """One cookie: sent by the browser or set by the server, or kept from either; `refused` says why, in plain words."""

    direction: str
    name: str
    value: str
    flags: str
    refused: str = ""


def header(hop: Hop, name: str) -> str:
    """A field of the answer; "" when there is none."""
    return next((value for field, value in hop.response_headers if field == name), "")


def parameters(hop: Hop) -> Iterator[Parameter]:
    """Everything that travels by name in a hop, in wire order."""
    yield from _named("query", _query(hop.url))
    if "form-urlencoded" in content_type(hop.request_headers):
        yield from _named("form", parse_qsl(hop.request_body, keep_blank_values=True))
    location = header(hop, "location")
    if location:
        yield from _named("redirect", _query(location))
        yield from _named("redirect fragment", parse_qsl(_fragment(location), keep_blank_values=True))
    if "json" in content_type(hop.response_headers):
        members = json_object(hop.response_body)
        yield from _named("answer", ((name, _text(value)) for name, value in members.items()))


def _named(where: str, found: Iterable[tuple[str, str]]) -> Iterator[Parameter]:
    for name, value in found:
        says, source = lookup.parameter(name)
        yield Parameter(where, name, value, says, source)


def _text(value: object) -> str:
    import json

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


def cookies(hop: Hop, refused: Iterable[Cookie]) -> Iterator[CookieLine]:
    """The cookies of a hop; `refused` are the browser's refusals that belong to it."""
    why = {(it.direction, it.name): ", ".join(lookup.reason(reason) for reason in it.reasons) for it in refused}
    for name, value in hop.request_headers:
        if name == "cookie":
            for pair in value.split("; "):
                bare, _, content = pair.partition("=")
                yield CookieLine("sent", bare, content, "")
    for (direction, bare), reasons in why.items():
        if direction == "sent":
            yield CookieLine("not sent", bare, "", "", reasons)
    for name, value in hop.response_headers:
        if name == "set-cookie":
            pair, _, flags = value.partition(";")
            bare, _, content = pair.partition("=")
            yield CookieLine("set", bare.strip(), content, flags.strip(), why.get(("set", bare.strip()), ""))


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
