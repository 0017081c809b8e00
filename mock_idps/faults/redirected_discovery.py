"""The metadata sends the request elsewhere."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

AWAY = transport.fixed(302, b"", {"Location": "https://evil.example/.well-known/openid-configuration"})


class RedirectedDiscovery(Fault):
    """Answers 302 to the attacker's site."""

    breaks = "OIDC Discovery 1.0, 4.2: the answer is the document"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "discovery", AWAY)


FAULT = RedirectedDiscovery()
