"""The token answer comes, a byte at a time."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from mock_idps.core import transport
from mock_idps.core.fault import Fault

PAUSE = 0.5  # seconds between two bytes: too short for any timeout between reads
BYTES = 120


async def _dripping(_app: ASGIApp, _scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
    hung_up = asyncio.ensure_future(_hung_up(receive))
    for _ in range(BYTES):
        await send({"type": "http.response.body", "body": b" ", "more_body": True})
        if (await asyncio.wait({hung_up}, timeout=PAUSE))[0]:
            return
    hung_up.cancel()
    await send({"type": "http.response.body", "body": b"{}"})


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class DrippingToken(Fault):
    """Sends a blank every half second for a minute."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", _dripping)


FAULT = DrippingToken()
