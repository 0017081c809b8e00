"""An attacker's site of our own: links and forms that lead to the app, frames around it, and a collector of what leaks.

It stands under `EVIL`, another site than app and issuers. `IMPOSTOR` is the same site under a certificate that nobody
should trust.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

EVIL = "evil.example"
IMPOSTOR = "impostor.example"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that reached the attacker."""

    host: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def link(to: str) -> str:
    """The address of a page with a link to `to`."""
    return f"https://{EVIL}/link?{urlencode({'to': to})}"


def form(action: str, fields: Mapping[str, str]) -> str:
    """The address of a page with a form that posts `fields` to `action`."""
    return f"https://{EVIL}/form?{urlencode({'action': action, **fields})}"


def frame(source: str) -> str:
    """The address of a page that frames `source`."""
    return f"https://{EVIL}/frame?{urlencode({'source': source})}"


class EvilSite:
    """The site as an ASGI app; `visits` holds everything that reached it except its own pages."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []

    def reset(self) -> None:
        """Forget who was here."""
        self.visits.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one of the pages, or collect."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        page = PAGES.get(request.url.path)
        answer = page(dict(request.query_params)) if page else await self._collect(request)
        await answer(scope, receive, send)

    async def _collect(self, request: Request) -> Response:
        path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        host = request.url.hostname or ""
        self.visits.append(Visit(host, request.method, path, dict(request.headers), await request.body()))
        return JSONResponse({"keys": []}, headers={"Access-Control-Allow-Origin": "*"})


def _page(body: str) -> Response:
    return HTMLResponse(f"<!doctype html><title>You have won</title>{body}")


def _link(given: Mapping[str, str]) -> Response:
    return _page(f'<a id="go" href="{escape(given.get("to", ""))}">Claim your prize</a>')


def _form(given: Mapping[str, str]) -> Response:
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in given.items()
        if name != "action"
    )
    action = escape(given.get("action", ""))
    return _page(f'<form method="post" action="{action}">{fields}<button id="go">Claim your prize</button></form>')


def _frame(given: Mapping[str, str]) -> Response:
    return _page(f'<iframe id="framed" src="{escape(given.get("source", ""))}" width="600" height="400"></iframe>')


def _metadata(_: Mapping[str, str]) -> Response:
    own = "https://evil.example"
    ends = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
    return JSONResponse({"issuer": own, **{name: own + path for name, path in ends.items()}})


PAGES = {"/.well-known/openid-configuration": _metadata, "/link": _link, "/form": _form, "/frame": _frame}
"""The attacker's pages by path; each makes its page from the query."""
