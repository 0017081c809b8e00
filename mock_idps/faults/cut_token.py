"""The token answer breaks off."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

CUT = transport.fixed(200, b'{"access_token": "abc"', {"Content-Type": "application/json", "Content-Length": "5000"})


class CutToken(Fault):
    """Promises more bytes than it sends, then closes."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", CUT)


FAULT = CutToken()
