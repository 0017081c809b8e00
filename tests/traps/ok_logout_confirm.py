"""Signing out asks once more."""

import re
from html import escape
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from harness.page_turn import turning
from harness.traps.trap import Trap


def served(app: ASGIApp) -> ASGIApp:
    """The app, with a question before its sign-out."""

    async def asking(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or (scope["method"], scope["path"]) != ("POST", "/sign-out"):
            await app(scope, receive, send)
            return
        body = await Request(scope, receive).body()
        given = parse_qs(body.decode())
        if "sure" in given or "csrf" not in given:

            async def again() -> Message:
                return {"type": "http.request", "body": body, "more_body": False}

            await app(scope, again, send)
            return
        field = f'<input type="hidden" name="csrf" value="{escape(given["csrf"][0])}">'
        form = f'<form method="post" action="/sign-out">{field}<button name="sure" value="yes">Yes, sign out</button></form>'
        await HTMLResponse(f"<!doctype html><title>Sure?</title>{form}")(scope, receive, send)

    return asking


def sign_out(page: Any) -> None:
    """The button, and the button after it."""
    with turning(page):
        page.get_by_role("button", name=re.compile("sign out", re.IGNORECASE)).click()
    with turning(page):
        page.get_by_role("button", name="Yes, sign out").click()


TRAP = Trap(
    allowed_by="the product",
    served=served,
    drives={"sign_out": sign_out},
    near=("session/stays_signed_out", "session/no_cookie_left", "callback/replayed", "keys/rotated_between_logins"),
)
