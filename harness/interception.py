"""Holding back an authorization response between issuer and app, so that a scenario can deliver it otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Callback:
    """An authorization response on its way to the app: `form` is empty unless it came by form_post."""

    url: str
    form: dict[str, str]

    @property
    def parameters(self) -> dict[str, str]:
        """The response's parameters, from the query or the posted form."""
        return dict(parse_qsl(urlsplit(self.url).query, keep_blank_values=True)) | self.form

    def with_parameters(self, **changes: str | None) -> str:
        """The callback's address as a query, with parameters replaced (None: left out)."""
        changed = {name: value for name, value in (self.parameters | changes).items() if value is not None}
        return urlunsplit(urlsplit(self.url)._replace(query=urlencode(changed), fragment=""))

    def to(self, redirect_uri: str) -> str:
        """The same response, addressed to another redirect URI."""
        return f"{redirect_uri}?{urlencode(self.parameters)}"


class Asked(dict[str, str]):
    """The parameters of an authorization request, and the endpoint it was sent to."""

    endpoint = ""

    @classmethod
    def of(cls, url: str) -> Asked:
        """The request at `url`."""
        parts = urlsplit(url)
        asked = cls(parse_qsl(parts.query, keep_blank_values=True))
        asked.endpoint = urlunsplit(parts._replace(query="", fragment=""))
        return asked

    def address(self, parameters: Mapping[str, str]) -> str:
        """The address that asks the same endpoint with other parameters."""
        return f"{self.endpoint}?{urlencode(parameters)}"


class CallbackHold:
    """Stands before an app: passes everything, but keeps authorization responses while it is holding."""

    def __init__(self, app: ASGIApp, callback_path: str) -> None:
        self._app = app
        self._path = callback_path
        self._held: list[Callback] | None = None
        self._plain = False
        self._told: Callable[[str], None] | None = None

    @contextmanager
    def behind_a_proxy(self) -> Iterator[None]:
        """Inside the block the app is reached as behind a load balancer that ends TLS: by http, with X-Forwarded-Proto."""
        self._plain = True
        try:
            yield
        finally:
            self._plain = False

    @contextmanager
    def telling(self, of: Callable[[str], None]) -> Iterator[None]:
        """Tell of the path of every request inside the block, as it comes."""
        self._told = of
        try:
            yield
        finally:
            self._told = None

    @contextmanager
    def holding(self, held: list[Callback]) -> Iterator[None]:
        """Hold back every callback inside the block; they are appended to `held`."""
        self._held = held
        try:
            yield
        finally:
            self._held = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the app, or the page that stands for a held callback."""
        if self._told and scope["type"] == "http":
            self._told(scope["path"])
        if self._plain and scope["type"] == "http":
            forwarded = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-port", b"443")]
            scope = {**scope, "scheme": "http", "headers": [*scope["headers"], *forwarded]}
        if self._held is None or scope["type"] != "http" or not scope["path"].startswith(self._path):
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
        self._held.append(Callback(str(request.url), form))
        page = HTMLResponse("<!doctype html><title>Held back</title><p>The authorization response was held back.</p>")
        await page(scope, receive, send)
