"""Which login an exchange belongs to: told by `state`, and where that is not said, by what surrounds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

from harness.record.events import Hop


def pairs(text: str) -> dict[str, str]:
    """Form-encoded pairs by name; the last of a repeated one."""
    return dict(parse_qsl(text, keep_blank_values=True))


def query(url: str) -> dict[str, str]:
    """The parameters of an address' query; {} for one that is malformed."""
    try:
        return pairs(urlsplit(url).query)
    except ValueError:
        return {}


def assign(hops: Iterable[Hop]) -> list[Hop]:
    """Number the logins of a recording and say for each hop which one it belongs to.

    A login begins with the first answer or request that carries an authorization request's `state`; hops before belong to
    the login they lead to. A back-channel hop belongs to the login of the browser hop it happens in; any other hop that
    names no state to the one of the hop before it.
    """
    hops = list(hops)
    states: dict[str, int] = {}
    for hop in hops:
        for state in _begun(hop):
            states.setdefault(state, len(states) + 1)
    numbered: list[Hop] = []
    latest = min(1, len(states))
    for hop in hops:
        login = _named(hop, states) or _around(hop, numbered) or latest
        numbered.append(replace(hop, login=login))
        latest = login if hop.via == "browser" else latest
    return numbered


def _begun(hop: Hop) -> Iterable[str]:
    """States of authorization requests that a hop sends somebody off with, or is itself."""
    for url in (_location(hop), hop.url):
        parameters = query(url)
        if "response_type" in parameters and parameters.get("state"):
            yield parameters["state"]


def _named(hop: Hop, states: dict[str, int]) -> int:
    referer = next((value for name, value in hop.request_headers if name == "referer"), "")
    for source in (_location(hop), hop.url, referer):
        state = query(source).get("state", "")
        if state in states:
            return states[state]
    return states.get(pairs(hop.request_body).get("state", ""), 0)


def _around(hop: Hop, before: list[Hop]) -> int:
    """The login of the browser's hop during which this one happened; the last begun, if several overlap."""
    if hop.via == "browser":
        return 0
    surrounding = (it for it in reversed(before) if it.via == "browser" and it.at <= hop.at <= it.at + it.took)
    return next((it.login for it in surrounding), 0)


def _location(hop: Hop) -> str:
    return next((value for name, value in hop.response_headers if name == "location"), "")
