"""A mistake of our own: whoever meets it sees a kind page with a reference, under which the log has the traceback."""

import secrets

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import pages


class Net:
    """ASGI middleware: answers in place of a request that broke; an answer that has begun cannot be replaced."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:
            if scope["type"] != "http" or begun:
                raise
            reference = secrets.token_hex(4).upper()
            pages.LOGGER.exception("broken reference=%s", reference)
            page = pages.page(Request(scope), "mishap.html", 500, reference=reference)
            await page(scope, receive, send)
