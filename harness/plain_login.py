"""A login without a browser: follows redirects and fills in forms, as a script would.

For measurements and for contract tests of issuers; it sees no script, no SameSite and no CSP, which is why scenarios
use a real browser.
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from random import Random
from typing import Any
from urllib.parse import parse_qsl, quote_plus, urlencode, urljoin, urlsplit

MOST_HOPS = 20
"""Requests that one sign-in may take before it counts as a loop."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})


class NoWayOn(Exception):
    """The sign-in did not come back to the redirect URI; the message says where it stopped."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers by lower-case name (the last of each), cookies set as (name, value), and the body."""

    status: int
    headers: Mapping[str, str]
    cookies: tuple[tuple[str, str], ...]
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


Send = Callable[[str, str, Mapping[str, str], bytes | None], Answer]
"""Sends one request: method, URL, headers, body."""


class LoopbackSend:
    """Sends every request to one plain-HTTP port of this machine, under the name in its URL."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None) -> Answer:
        """Send over the kept-alive connection."""
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        self._connection.request(method, path, body=body, headers={"Host": parts.netloc, **headers})
        response = self._connection.getresponse()
        pairs = response.getheaders()
        named = {name.lower(): value for name, value in pairs}
        return Answer(response.status, named, _cookies(pairs), response.read())


def _cookies(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for name, value in pairs:
        if name.lower() == "set-cookie":
            morsels: SimpleCookie = SimpleCookie(value)
            found += [(morsel.key, "" if morsel["max-age"] == "0" else morsel.value) for morsel in morsels.values()]
    return tuple(found)


@dataclass(slots=True)
class Form:
    """One HTML form: where it goes, and the fields a browser would send, with their types."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._submit_taken = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").upper()))
            self._submit_taken = False
        elif tag in {"input", "button"} and self.forms:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("type", "submit" if tag == "button" else "text")
        if kind in {"checkbox", "radio", "button"} or (kind == "submit" and self._submit_taken):
            return
        self._submit_taken |= kind == "submit"
        if not given.get("name"):
            return
        form = self.forms[-1]
        form.fields[given["name"]] = given.get("value", "")
        form.types[given["name"]] = kind


def forms(page: bytes) -> list[Form]:
    """The forms of a page, in order."""
    parser = _Forms()
    parser.feed(page.decode("utf-8", "replace"))
    return parser.forms


@dataclass(frozen=True, slots=True)
class Client:
    """A registered app, as the script plays it, and where its issuer's endpoints are."""

    client_id: str
    client_secret: str
    redirect_uri: str
    discovery: Mapping[str, Any]
    scope: str = "openid profile email"


@dataclass(frozen=True, slots=True)
class Started:
    """A login that was begun: the authorization request's address and its secrets."""

    url: str
    state: str
    nonce: str
    verifier: str


class PlainLogin:
    """One script with a cookie jar of its own."""

    def __init__(self, send: Send, client: Client, random: Random) -> None:
        self._send = send
        self.client = client
        self._random = random
        self._jar: dict[str, dict[str, str]] = {}

    def start(self, **extra: str) -> Started:
        """An authorization request with PKCE S256, state and nonce; `extra` adds or replaces parameters."""
        state, nonce, verifier = (self._random.randbytes(24).hex() for _ in range(3))
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        parameters = {
            "response_type": "code",
            "client_id": self.client.client_id,
            "redirect_uri": self.client.redirect_uri,
            "scope": self.client.scope,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        } | extra
        return Started(
            f"{self.client.discovery['authorization_endpoint']}?{urlencode(parameters)}", state, nonce, verifier
        )

    def sign_in(self, started: Started, login: str, password: str) -> dict[str, str]:
        """Walk the sign-in pages; returns the parameters of the authorization response.

        Raises:
            NoWayOn: The pages led nowhere.
        """
        method, url, body = "GET", started.url, None
        for _ in range(MOST_HOPS):
            answer = self.request(method, url, body)
            if answer.status in REDIRECTS:
                method, url, body = "GET", urljoin(url, answer.headers["location"]), None
            else:
                form = self._form(answer, url)
                fields = _filled(form, login, password)
                method, url, body = form.method, urljoin(url, form.action or url), urlencode(fields).encode()
            if url.startswith(self.client.redirect_uri):
                return dict(parse_qsl(urlsplit(url).query or (body or b"").decode(), keep_blank_values=True))
        raise NoWayOn(f"more than {MOST_HOPS} hops; the last was {url}")

    def _form(self, answer: Answer, url: str) -> Form:
        found = forms(answer.body)
        if answer.status >= 400 or not found:  # noqa: PLR2004 - an error page
            raise NoWayOn(f"HTTP {answer.status} and no form to fill in at {url}")
        return max(found, key=lambda form: len(set(form.types.values()) & {"text", "email", "password"}))

    def redeem(self, code: str, started: Started, **over: str) -> Answer:
        """The token request, with the client authenticated by Basic (RFC 6749, 2.3.1); `over` replaces parameters."""
        secret = over.pop("client_secret", self.client.client_secret)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.client.redirect_uri,
            "code_verifier": started.verifier,
        } | over
        pair = f"{quote_plus(self.client.client_id)}:{quote_plus(secret)}"
        basic = "Basic " + base64.b64encode(pair.encode()).decode()
        return self.request(
            "POST", self.client.discovery["token_endpoint"], urlencode(form).encode(), Authorization=basic
        )

    def forget(self) -> None:
        """An empty cookie jar."""
        self._jar.clear()

    def request(self, method: str, url: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request with the jar's cookies."""
        host = urlsplit(url).hostname or ""
        jar = self._jar.setdefault(host, {})
        if jar:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self._send(method, url, headers, body)
        for name, value in answer.cookies:
            if value:
                jar[name] = value
            else:
                jar.pop(name, None)
        return answer


def _filled(form: Form, login: str, password: str) -> dict[str, str]:
    fields = dict(form.fields)
    for name, kind in form.types.items():
        if kind == "password":
            fields[name] = password
        elif kind in {"text", "email"} and not fields[name]:
            fields[name] = login
    return fields
