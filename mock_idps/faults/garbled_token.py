"""The token answer is no JSON."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

HALF = transport.fixed(200, b'{"access_token": "abc", "id_tok', {"Content-Type": "application/json"})


class GarbledToken(Fault):
    """Answers half an object."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", HALF)


FAULT = GarbledToken()
