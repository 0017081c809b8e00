"""The guard against forged forms stands before the callback as well, where a posted answer comes from another site."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from harness.mutation.mutant import Mutant


def served(app: ASGIApp) -> ASGIApp:
    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "POST":
            headers = Request(scope).headers
            if headers.get("sec-fetch-site", "same-origin") != "same-origin":
                await PlainTextResponse("forged", 403)(scope, receive, send)
                return
        await app(scope, receive, send)

    return guarded


MUTANT = Mutant(served=served, killed_by=("okta/form_post",), also_red=("callback/by_form_post",))
