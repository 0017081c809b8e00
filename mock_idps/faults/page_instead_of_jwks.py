"""A login portal answers in place of the keys."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

PAGE = transport.fixed(200, b"<html><h1>Welcome to the guest network</h1></html>", {"Content-Type": "text/html"})


class PageInsteadOfJwks(Fault):
    """Answers 200 and HTML."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "jwks", PAGE)


FAULT = PageInsteadOfJwks()
