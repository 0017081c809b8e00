"""Requests and addresses of issuers, read the short way: a login is many small requests, and what frameworks add costs more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from starlette.datastructures import FormData
from starlette.requests import Request

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

    Endpoint = Callable[[Request], Awaitable[Response]]


class PlainRequest(Request):
    """A request whose posted form is read at once: forms of a login are small, and never multipart."""

    async def form(self, **limits: Any) -> FormData:  # type: ignore[override]  # only ever awaited
        """The posted fields; another media type goes the long way."""
        if not self.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            return await super().form(**limits)
        return FormData([*_pairs((await self.body()).decode("latin-1"))])


def _pairs(body: str) -> Iterator[tuple[str, str]]:
    """The fields of a form body (WHATWG URL, 5.1)."""
    for field in body.split("&"):
        name, _, value = field.partition("=")
        if field:
            yield _decoded(name), _decoded(value)


def _decoded(text: str) -> str:
    """A name or value of a form; most of a login's are base64url and need no decoding."""
    return unquote_plus(text) if "%" in text or "+" in text else text


def looked_up(app: ASGIApp, endpoints: Mapping[tuple[str, str], Endpoint]) -> ASGIApp:
    """`app`, but addresses without a placeholder are looked up by method and path, and asked before it.

    Trying dozens of routes in turn for every request of a login costs as much as signing a token does.
    """

    async def surface(scope: Scope, receive: Receive, send: Send) -> None:
        endpoint = endpoints.get((scope.get("method", ""), scope.get("path", "")))
        if endpoint is None:
            await app(scope, receive, send)
            return
        answer = await endpoint(PlainRequest(scope, receive, send))
        await answer(scope, receive, send)

    return surface
