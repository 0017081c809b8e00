"""The token answer comes compressed."""

import gzip

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mock_idps.core import transport
from mock_idps.core.fault import Fault


async def _compressed(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """The app's answer, compressed as any server may."""
    start: list[Message] = []

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.append(message)
            return
        body = gzip.compress(message.get("body", b""))
        head = transport.with_header(start[0], "content-encoding", "gzip")
        await send(transport.with_header(head, "content-length", str(len(body))))
        await send({**message, "body": body})

    await app(scope, receive, told)


class CompressedToken(Fault):
    """Compresses an answer that is sent in one piece."""

    breaks = "nothing: RFC 9110, 8.4"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", _compressed)


FAULT = CompressedToken()
