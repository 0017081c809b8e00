"""The key set is larger than any may be."""

from starlette.types import ASGIApp, Receive, Scope, Send

from mock_idps.core import transport
from mock_idps.core.fault import Fault


async def _huge(_app: ASGIApp, _scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for _ in range(320):
        await send({"type": "http.response.body", "body": b" " * 65536, "more_body": True})
    await send({"type": "http.response.body", "body": b'{"keys": []}'})


class HugeJwks(Fault):
    """Sends 20 megabytes of blanks before it."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "jwks", _huge)


FAULT = HugeJwks()
