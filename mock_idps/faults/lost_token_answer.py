"""The token endpoint redeems the code, and its answer gets lost."""

from typing import TYPE_CHECKING

from mock_idps.core import transport
from mock_idps.core.fault import Fault

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

GATEWAY_TIMEOUT = transport.fixed(504, b"<html><h1>504 Gateway Time-out</h1></html>", {"Content-Type": "text/html"})


async def _lost(app: "ASGIApp", scope: "Scope", receive: "Receive", send: "Send") -> None:
    async def nowhere(_: "Message") -> None:
        """The answer goes no further."""

    await app(scope, receive, nowhere)
    await GATEWAY_TIMEOUT(app, scope, receive, send)


class LostTokenAnswer(Fault):
    """Does what it was asked for, and answers as a load balancer does that waited too long."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: "ASGIApp") -> "ASGIApp":
        """What is told instead."""
        return transport.instead(app, "token", _lost)


FAULT = LostTokenAnswer()
