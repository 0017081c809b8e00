"""Masking: a secret found anywhere in a recording is replaced everywhere in it, before anything reaches a disk.

A mask keeps the kind and the length, and a short mark that is equal for equal secrets of one run, so that a reader still sees
that the code redeemed is the code issued. The signature of a token is a secret; its header and claims are not.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from html import escape, unescape
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus, urlsplit

from harness.record.exchange import Headers

_SECRET = re.compile(
    r"""(?ix) ^ (?: code | client_secret | client_assertion | assertion | device_code | code_verifier
    | (access|refresh|id|logout)_token | id_token_hint | device_secret | samlresponse
    | .*passw.* | passwd | .*passcode | otc | otp ) $"""
)
"""Names of parameters and JSON members whose values are secret; pass words are named differently by every vendor."""

_JWT = re.compile(r"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.([A-Za-z0-9_-]+)")
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LEAST = 8
"""Characters below which a value is masked only where it is named: a shorter one would hit ordinary words."""

_LEAST_COOKIE = 16
"""Characters below which a cookie's value is masked in cookie headers only: session identifiers are longer."""


class Masker:
    """Gathers the secrets of one recording and replaces them; `salt` makes marks useless outside of the run."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt
        self._masks: dict[str, str] = {}
        self._forms: list[tuple[str, str]] = []

    def learn(self, kind: str, value: str) -> None:
        """Remember one secret; a signed token only loses its signature."""
        token = _JWT.fullmatch(value)
        if token:
            kind, value = "signature", token[1]
        if value and value not in self._masks:
            self._masks[value] = self._mask(kind, value)
            self._forms = []

    def learn_headers(self, headers: Headers) -> None:
        """Find secrets in header fields: cookies, credentials, addresses."""
        for name, value in headers:
            if name == "cookie":
                for pair in value.split(";"):
                    self._learn_cookie(pair)
            elif name == "set-cookie":
                self._learn_cookie(value.partition(";")[0])
            elif name in {"authorization", "proxy-authorization"}:
                self._learn_credentials(value)
            elif name in {"location", "referer"}:
                self.learn_url(value)

    def learn_url(self, url: str) -> None:
        """Find secrets in the query and fragment of an address."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return
        self.learn_form(parts.query)
        self.learn_form(parts.fragment)

    def learn_form(self, text: str) -> None:
        """Find secrets in form-encoded pairs."""
        for name, value in parse_qsl(text, keep_blank_values=True):
            if _SECRET.match(name):
                self.learn(name, value)

    def learn_body(self, text: str) -> None:
        """Find secrets in a body: JSON, form-encoded pairs, hidden fields of a page, tokens anywhere."""
        if text.startswith(("{", "[")):
            with suppress(ValueError):  # a body that only begins like JSON; its tokens are found below
                self._learn_json(json.loads(text))
        elif text.lstrip().startswith("<"):
            self._learn_fields(text)
        elif "=" in text:
            self.learn_form(text)
        for found in _JWT.finditer(text):
            self.learn("signature", found[1])

    def replace(self, text: str) -> str:
        """`text` with every secret learnt so far replaced, however it is encoded there."""
        for value, mask in self._ordered():
            if value in text:
                text = text.replace(value, mask)
        return text

    def replace_named(self, text: str) -> str:
        """`replace`, and short secrets where their name stands beside them, as in a form, an address or JSON."""
        text = re.sub(r"([?&#]|^)([^=&?#\s]+)=([^&#\s]*)", self._pair, self.replace(text))
        return re.sub(r'"(\w+)"\s*:\s*"([^"\\]{1,7})"', self._member, text)

    def replace_headers(self, headers: Headers) -> Headers:
        """Header fields with secrets replaced; a cookie's value always is one."""
        return tuple((name, self._header(name, value)) for name, value in headers)

    def _header(self, name: str, value: str) -> str:
        if name == "cookie":
            return "; ".join(self._cookie(pair.strip()) for pair in value.split(";"))
        if name == "set-cookie":
            pair, semicolon, rest = value.partition(";")
            return self._cookie(pair) + semicolon + rest
        return self.replace_named(value) if name in {"location", "referer"} else self.replace(value)

    def _cookie(self, pair: str) -> str:
        name, equals, value = pair.partition("=")
        bare = value.strip().strip('"')
        return name + equals + (self._masks.get(bare) or self._mask("cookie", bare) if bare else "")

    def _pair(self, found: re.Match[str]) -> str:
        if not found[3] or "[masked" in found[3] or found[3].startswith("eyJ") or not _SECRET.match(found[2]):
            return found[0]
        return f"{found[1]}{found[2]}={self._mask(found[2], found[3])}"

    def _member(self, found: re.Match[str]) -> str:
        if not _SECRET.match(found[1]):
            return found[0]
        return f'"{found[1]}":"{self._mask(found[1], found[2])}"'

    def _mask(self, kind: str, value: str) -> str:
        mark = hashlib.blake2b(value.encode(), key=self._salt, digest_size=2).hexdigest()
        return f"[masked:{kind}:{mark}:{len(value)}]"

    def _ordered(self) -> list[tuple[str, str]]:
        """Every way to write every secret, the longest secret first: it may hold another one; made once."""
        if not self._forms:
            longest_first = sorted(self._masks.items(), key=lambda it: -len(it[0]))
            self._forms = [
                (form, mask)
                for value, mask in longest_first
                if len(value) >= _LEAST
                for form in dict.fromkeys(form(value) for form in _FORMS)
            ]
        return self._forms

    def _learn_cookie(self, pair: str) -> None:
        value = pair.partition("=")[2].strip().strip('"')
        # A cookie that remembers a login name is masked as a cookie, but the name elsewhere is a claim, no secret.
        if len(value) >= _LEAST_COOKIE and "@" not in value and "%40" not in value:
            self.learn("cookie", value)

    def _learn_credentials(self, value: str) -> None:
        scheme, _, rest = value.partition(" ")
        self.learn("bearer" if scheme.lower() == "bearer" else "credentials", rest)
        if scheme.lower() == "basic":
            for secret in _basic(rest):
                self.learn("client_secret", secret)

    def _learn_json(self, value: Any) -> None:
        if isinstance(value, dict):
            for name, it in value.items():
                if isinstance(it, str) and _SECRET.match(name):
                    self.learn(name, it)
                self._learn_json(it)
        elif isinstance(value, list):
            for it in value:
                self._learn_json(it)

    def _learn_fields(self, page: str) -> None:
        for tag in re.findall(r"<input\b[^>]*>", page, re.IGNORECASE):
            attributes = {name: unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}
            if _SECRET.match(attributes.get("name", "")) and attributes.get("value"):
                self.learn(attributes["name"], attributes["value"])


def _basic(credentials: str) -> Iterable[str]:
    """The password of HTTP Basic credentials, as sent and form-decoded (RFC 6749, 2.3.1); nothing if it is malformed."""
    try:
        _, _, secret = base64.b64decode(credentials, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return ()
    return dict.fromkeys((secret, *(value for _, value in parse_qsl(f"_={secret}"))))


_FORMS: tuple[Callable[[str], str], ...] = (
    str,
    quote_plus,
    quote,
    lambda value: quote(value, safe=""),
    escape,
    lambda value: json.dumps(value)[1:-1],
)
"""The ways in which a secret is written on the wire."""
