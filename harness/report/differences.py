"""Two recordings side by side: which hops match, and what differs in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from harness.record.events import Cookie, Hop
from harness.record.recording import Recording
from harness.report import hops, purposes, tokens

_ALWAYS_NEW = frozenset({
    "state", "nonce", "code", "code_challenge", "code_verifier", "session_state", "access_token", "refresh_token",
    "id_token", "id_token_hint", "logout_token", "iat", "exp", "nbf", "auth_time", "rat", "jti", "at_hash", "c_hash",
    "sid", "uti", "aio", "rh", "csrf", "statetoken", "statehandle", "sub_jwk", "expires_in", "ext_expires_in", "trace_id",
    "correlation_id", "timestamp", "login_challenge", "login_verifier", "consent_challenge", "consent_verifier",
})  # fmt: skip
"""Names whose values are new in every login: only whether they are there is compared."""

_REFERENCE = re.compile(r"\[masked:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `here` and `there` are "" where it is absent."""

    what: str
    name: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A hop of one recording and its match in the other; None where only one of them has it."""

    here: Hop | None
    there: Hop | None
    differences: tuple[Difference, ...] = ()


def pairs(here: Recording, there: Recording) -> list[Pair]:
    """All hops of two recordings in order, matched by what they are for."""
    left, right = _walked(here), _walked(there)
    matcher = SequenceMatcher(None, [key for key, _ in left], [key for key, _ in right], autojunk=False)
    found: list[Pair] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            matched = zip(left[i1:i2], right[j1:j2], strict=True)
            found += [Pair(a, b, tuple(between(here, a, there, b))) for (_, a), (_, b) in matched]
        else:
            found += [Pair(hop, None) for _, hop in left[i1:i2]]
            found += [Pair(None, hop) for _, hop in right[j1:j2]]
    return found


def _walked(recording: Recording) -> list[tuple[tuple[str, str, str], Hop]]:
    """The hops that matter to a login, each with the key by which it is matched."""
    purpose = purposes.of(recording.of(Hop))
    walked = [(purpose[hop.number].key, hop) for hop in recording.of(Hop)]
    return [((key, hop.via, hop.method), hop) for key, hop in walked if key not in {"file", "who"}]


def between(here: Recording, a: Hop, there: Recording, b: Hop) -> Iterator[Difference]:
    """What differs between two hops that match."""
    if a.status != b.status:
        yield Difference("status", "status", str(a.status or "none"), str(b.status or "none"))
    yield from _compare("parameter", _parameters(a), _parameters(b))
    yield from _compare("cookie", _cookies(here, a), _cookies(there, b))
    yield from _claims(here, a, there, b)


def _compare(what: str, left: Mapping[str, str], right: Mapping[str, str]) -> Iterator[Difference]:
    for name in dict.fromkeys([*left, *right]):
        one, other = left.get(name, ""), right.get(name, "")
        bare = name.rpartition(" ")[2].lower()
        if name in left and name in right and (one == other or bare in _ALWAYS_NEW):
            continue
        if name in left and name in right and (lists := _lists(one, other)) is not None:
            one, other = lists
            if not one and not other:
                continue  # the same in another order
        yield Difference(what, name, one if name in left else "", other if name in right else "")


def _lists(one: str, other: str) -> tuple[str, str] | None:
    """Of two JSON lists what each has alone: in twenty scopes nobody finds the one that is missing; None for other values."""
    left, right = _list(one), _list(other)
    if left is None or right is None:
        return None
    return _alone(left, right), _alone(right, left)


def _list(text: str) -> list[Any] | None:
    try:
        value = json.loads(text) if text.startswith("[") else None
    except ValueError:
        return None
    return value if isinstance(value, list) else None


def _alone(these: list[Any], those: list[Any]) -> str:
    alone = [json.dumps(it, ensure_ascii=False) for it in these if it not in those]
    return (
        f"only here: {', '.join(alone)}"
        if alone
        else "nothing more"
        if len(these) != len(those) or _unlike(these, those)
        else ""
    )


def _unlike(these: list[Any], those: list[Any]) -> bool:
    return any(it not in these for it in those)


def _parameters(hop: Hop) -> dict[str, str]:
    named = ((f"{it.where} {it.name}", _REFERENCE.sub("[masked]", it.value)) for it in hops.parameters(hop))
    # A key set's values are new in every run; what matters of it is whether it verifies the token.
    return {name: value for name, value in named if not name.startswith("answer keys[")}


def _cookies(recording: Recording, hop: Hop) -> dict[str, str]:
    refused = hops.belonging(hop, recording.of(Cookie))
    lines = hops.Jar().lines(hop, refused)
    return {f"{it.direction} {it.name}": it.refused or it.flags or it.direction for it in lines}


def _claims(here: Recording, a: Hop, there: Recording, b: Hop) -> Iterator[Difference]:
    left = {token.name: token for token in tokens.opened(here, a) if token.is_id_token}
    right = {token.name: token for token in tokens.opened(there, b) if token.is_id_token}
    for name in [name for name in left if name in right]:
        one, other = left[name], right[name]
        yield from _compare(f"{name} header", _texts(one.header), _texts(other.header))
        yield from _compare(f"{name} claim", _texts(one.claims), _texts(other.claims))
        yield from _compare(f"{name} check", _held(one), _held(other))


def _texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}


def _held(token: tokens.Opened) -> dict[str, str]:
    return {check.name: {True: "holds", False: "does not hold", None: "unknown"}[check.holds] for check in token.checks}
