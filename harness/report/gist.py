"""What a closed hop shows: the few things that an engineer would look for in it, each in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from harness.record.bodies import content_type
from harness.record.events import Hop
from harness.report import page_words
from harness.report.hops import CookieLine, Parameter, header

_SHOWN = {
    "authorize": ("scope", "response_mode", "prompt", "max_age", "login_hint"),
    "callback": ("error", "error_description", "error_subcode"),
    "token": ("grant_type",),
    "refresh": ("grant_type",),
    "discovery": ("issuer",),
    "userinfo": ("sub", "email"),
    "who": ("name", "email"),
    "logout": ("post_logout_redirect_uri",),
}
"""Parameters whose values are shown, by what the hop is for."""

_NAMED = {
    "authorize": ("state", "nonce", "code_challenge"),
    "callback": ("code", "state", "id_token", "access_token"),
    "token": ("code_verifier", "client_secret", "client_assertion", "id_token", "access_token", "refresh_token"),
    "refresh": ("id_token", "access_token", "refresh_token"),
    "logout": ("id_token_hint", "state"),
    "logout_token": ("logout_token",),
}
"""Parameters of which only their being there is told: their values are new in every login, or secret."""

_FAILED = ("error", "error_description")


def of(key: str, hop: Hop, parameters: Iterable[Parameter], cookies: Iterable[CookieLine]) -> tuple[str, ...]:
    """A hop in a few words; `key` says what it is for (see purposes.WORDS)."""
    values = {it.name: it.value for it in parameters if it.where not in {"redirect", "redirect fragment"}}
    return (
        *_values(key, values),
        *_names(key, values, hop),
        *(["one key" if count == 1 else f"{count} keys"] if (count := _keys(values)) else []),
        *_page(hop),
        *_redirect(hop),
        *(f"sets {line.name}" for line in cookies if line.direction == "set" and not line.refused and hop.role == "app"),
    )  # fmt: skip


def _values(key: str, values: Mapping[str, str]) -> Iterator[str]:
    for name in dict.fromkeys((*_SHOWN.get(key, ()), *_FAILED)):
        if value := values.get(name):
            yield f"{name} {value}"


def _names(key: str, values: Mapping[str, str], hop: Hop) -> Iterator[str]:
    present = [name for name in _NAMED.get(key, ()) if name in values]
    if any(name == "authorization" and value.lower().startswith("basic") for name, value in hop.request_headers):
        present.append("client_secret_basic")
    if present:
        yield ", ".join(present)


def _keys(values: Mapping[str, str]) -> int:
    return sum(name.startswith("keys[") for name in values)


def _page(hop: Hop) -> Iterator[str]:
    if "html" in content_type(hop.response_headers) and not header(hop, "location"):
        yield from (f"“{words}”" for words in page_words.said(hop.response_body))


def _redirect(hop: Hop) -> Iterator[str]:
    if location := header(hop, "location"):
        try:
            parts = urlsplit(location)
        except ValueError:
            return
        yield f"on to {parts.netloc}{parts.path}"
