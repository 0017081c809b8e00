"""Tokens opened: header and claims in plain words, what the vendor sends when, what the app made of it, and what holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from harness.record.events import End, Head, Hop, Token
from harness.record.explain import lookup
from harness.record.logins import pairs, query
from harness.record.recording import Recording
from harness.record.signatures import part

_TOKEN = re.compile(r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.(?:\[masked:[^\]]+\]|[A-Za-z0-9_-]*)")
_MOMENTS = frozenset({"exp", "iat", "nbf", "auth_time", "rat", "updated_at"})
_FOR_THE_APP = frozenset({"id_token", "id_token_hint", "logout_token"})
LEEWAY = 60.0
"""Seconds by which clocks may differ before a time counts as wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim. `note` is "unexpected" for a claim the vendor never sends, "missing" for one it always sends."""

    name: str
    value: str
    says: str
    when: str
    condition: str = ""
    source: str = ""
    used: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and whether it does; None when the recording cannot tell."""

    name: str
    holds: bool | None
    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A token: `name` is the parameter or member it travelled in."""

    name: str
    header: dict[str, Any]
    claims: dict[str, Any]
    rows: tuple[Row, ...]
    absent: tuple[Row, ...]
    checks: tuple[Check, ...]

    @property
    def is_id_token(self) -> bool:
        """Whether the app is meant to read it."""
        return self.name in _FOR_THE_APP

    @property
    def broken(self) -> list[Check]:
        """What does not hold."""
        return [check for check in self.checks if check.holds is False]


def opened(recording: Recording, hop: Hop) -> Iterator[Opened]:
    """Every token in a hop's bodies and address, in order of appearance."""
    seals = {event.token: event for event in recording.of(Token)}
    for source in (hop.url, hop.request_body, hop.response_body):
        for found in _TOKEN.finditer(source):
            before = re.findall(r'([A-Za-z_]\w*)"?\s*[:=]\s*"?$', source[: found.start()][-60:])
            yield _open(recording, hop, before[0] if before else "token", found[0], seals.get(found[0]))


def _open(recording: Recording, hop: Hop, name: str, token: str, seal: Token | None) -> Opened:
    header, claims = part(token, 0), part(token, 1)
    checks = _signature(seal) if name in _FOR_THE_APP else _others_business(seal)
    if name == "id_token":
        checks += tuple(_checks(recording, hop, claims))
    if name in {"id_token", "id_token_hint"}:
        absent = tuple(_absent(recording.head.idp, claims))
        return Opened(name, header, claims, tuple(_rows(recording, claims)), absent, checks)
    rows = tuple(_plain(it, value) for it, value in claims.items())
    return Opened(name, header, claims, rows, (), checks)


def _plain(name: str, value: Any) -> Row:
    known = lookup.claim("", name)
    says = known.says if name in {"iss", "sub", "aud", "exp", "iat", "nbf", "jti", "sid"} else ""
    return Row(name, shown(name, value), says, "")


def shown(name: str, value: Any) -> str:
    """A claim's value as JSON, with the moment in words where it is one (UTC)."""
    text = json.dumps(value, ensure_ascii=False)
    if name in _MOMENTS and isinstance(value, int | float):
        try:
            return f"{text} ({datetime.fromtimestamp(value, UTC):%Y-%m-%d %H:%M:%S} UTC)"
        except (OverflowError, ValueError, OSError):
            return text
    return text


def _rows(recording: Recording, claims: Mapping[str, Any]) -> Iterator[Row]:
    made = _made_of(recording.end)
    for name, value in claims.items():
        known = lookup.claim(recording.head.idp, name)
        note = "unexpected" if known.when == "never" else ""
        used = ", ".join(made.get(str(value), ())) if not isinstance(value, list | dict) else ""
        yield Row(name, shown(name, value), known.says, known.when, known.condition, known.source, used, note)


def _made_of(end: End | None) -> dict[str, list[str]]:
    """What the app says of the person, turned round: from a value to the names under which the app has it."""
    made: dict[str, list[str]] = {}
    for name, value in end.account if end else ():
        made.setdefault(value, []).append(name)
    return made


def _absent(idp: str, claims: Mapping[str, Any]) -> Iterator[Row]:
    vendor = lookup.vendor(idp)
    for name, known in (vendor.claims if vendor else {}).items():
        if name not in claims:
            note = "missing" if known.when == "always" else ""
            yield Row(name, "", known.says, known.when, known.condition, known.source, note=note)


def _signature(seal: Token | None) -> tuple[Check, ...]:
    if seal is None:
        return (Check("signature", None, "the recording does not say"),)
    where = f" with a key of {seal.key}" if seal.key else ""
    holds = {"valid": True, "invalid": False, "none": False}.get(seal.signature)
    words = {"none": "there is none (alg none)"}.get(seal.signature, seal.signature + where)
    return (Check("signature", holds, words),)


def _others_business(seal: Token | None) -> tuple[Check, ...]:
    """An access token is its resource's: Entra's for Graph, for one, are signed so that nobody else can verify them."""
    if seal is not None and seal.signature == "valid":
        return _signature(seal)
    return (Check("signature", None, "not for the app to verify: an access token is its resource's business"),)


def _checks(recording: Recording, hop: Hop, claims: Mapping[str, Any]) -> Iterator[Check]:
    head = recording.head
    now = hop.clock
    yield _equal("iss", claims.get("iss"), head.issuer, "the issuer of the connection")
    yield _audience(head, claims.get("aud"))
    asked = _asked(recording, hop)
    if "nonce" in asked or "nonce" in claims:
        yield _equal("nonce", claims.get("nonce"), asked.get("nonce", ""), "the nonce of the authorization request")
    yield _time("exp", claims.get("exp"), now, later=True)
    yield _time("iat", claims.get("iat"), now, later=False)
    if "nbf" in claims:
        yield _time("nbf", claims["nbf"], now, later=False)


def _asked(recording: Recording, hop: Hop) -> dict[str, str]:
    """The parameters of the authorization request that led to this hop."""
    before = (it for it in recording.of(Hop) if it.login == hop.login and it.role == "issuer" and it.at < hop.at)
    found = [parameters for it in before if "response_type" in (parameters := query(it.url) | pairs(it.request_body))]
    return found[-1] if found else {}


def _equal(name: str, value: Any, wanted: str, what: str) -> Check:
    if not wanted:
        return Check(name, None, f"{what} is not on record")
    return Check(name, value == wanted, f"is {what}" if value == wanted else f"is not {what}, {wanted}")


def _audience(head: Head, value: Any) -> Check:
    holds = head.client_id in (value if isinstance(value, list) else [value])
    return Check("aud", holds, "holds the client ID" if holds else f"does not hold the client ID, {head.client_id}")


def _time(name: str, value: Any, now: float, *, later: bool) -> Check:
    if not isinstance(value, int | float):
        return Check(name, holds=False, words="is missing or no number")
    apart = value - now if later else now - value
    holds = apart > -LEEWAY
    side = "ahead" if value > now else "ago"
    return Check(name, holds, f"{abs(value - now):.0f} seconds {side}" + ("" if holds else ", which is out of bounds"))
