"""Response headers of every page, and the door: requests for any other host than a region's are turned away."""

import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .configuration import Region
from .relying_party import RelyingParty

MAX_BODY = 200_000  # bytes
FRAMED = "/api/auth/logout/front-channel/"  # an issuer's page loads it in a frame; that is its purpose


def cache_control(path: str) -> str:
    """Nothing about a login or a person may be stored; a stored redirect would send the same state twice."""
    return "public, max-age=3600" if path.startswith("/static/") else "no-store"


def content_security_policy(path: str, region: Region) -> str:
    """Our own pages load only our own things.

    "form-action" must let a form's redirect through to any issuer: Chromium applies it to the redirect as well.
    """
    schemes = "https:" if region.origin.startswith("https:") else "https: http:"
    frames = "" if path.startswith(FRAMED) else "; frame-ancestors 'none'"
    return (
        f"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self' {schemes}{frames}"
    )


def referrer_policy() -> str:
    """No address of ours, and so no code, is told to another site; our own forms keep their Origin."""
    return "same-origin"


class Door:
    """ASGI middleware: refuses unknown hosts with 421, and puts the headers on everything else."""

    def __init__(self, app: ASGIApp, party: RelyingParty) -> None:
        self._app = app
        self._party = party

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        region = self._party.region_of_host(Request(scope).headers.get("host", ""))
        if region is None:
            served = ", ".join(each.origin for each in self._party.configuration.regions)
            await PlainTextResponse(f"This host is not served here; open {served}\n", 421)(scope, receive, send)
            return

        if _too_much(Request(scope)):
            await PlainTextResponse("The body is too large, or of unknown length.\n", 413)(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope["path"], region)
            await send(message)

        await self._app(scope, receive, with_headers)


def _too_much(request: Request) -> bool:
    """Whether the request's body is more than a form of ours, or an issuer's answer, can be."""
    length = request.headers.get("content-length")
    if length is None:
        return "transfer-encoding" in request.headers
    return not re.fullmatch("[0-9]{1,9}", length) or int(length) > MAX_BODY


def _add(headers: MutableHeaders, path: str, region: Region) -> None:
    headers["Cache-Control"] = cache_control(path)
    headers["Content-Security-Policy"] = content_security_policy(path, region)
    headers["Referrer-Policy"] = referrer_policy()
    headers["X-Content-Type-Options"] = "nosniff"
    if region.origin.startswith("https:"):
        headers["Strict-Transport-Security"] = "max-age=31536000"
    if not path.startswith(FRAMED):
        headers["X-Frame-Options"] = "DENY"
