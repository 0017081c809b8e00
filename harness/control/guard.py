"""Who may use the control port: a program with this run's token, and never a web page."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_OF_BROWSERS = (b"origin", b"sec-fetch-site", b"referer")


class Guard:
    """Lets requests pass to `app` that name the port's own address as Host, bear `token`, and come from no browser.

    A page the developer happens to have open can send requests to any port of the machine, and by DNS rebinding even
    under another name: hence Host is compared (RFC 9110, 7.2) beside the token (RFC 6750, 2.1).
    """

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return
        if objection := self._objection(scope):
            await JSONResponse({"error": objection}, status_code=403)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _objection(self, scope: Scope) -> str:
        headers = dict(scope["headers"])
        address, port = scope["server"]
        if headers.get(b"host", b"") != f"{address}:{port}".encode():
            return f'"Host" must be "{address}:{port}"'
        if any(name in headers for name in _OF_BROWSERS):
            return "requests of web pages are not answered here"
        given = headers.get(b"authorization", b"").removeprefix(b"Bearer ")
        if not hmac.compare_digest(given, self._token.encode()):
            return '"Authorization" does not bear the token of this run'
        return ""
