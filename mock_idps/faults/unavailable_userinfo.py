"""The userinfo endpoint answers 503, with a page."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

PAGE = transport.fixed(503, b"<html><h1>503 Service Unavailable</h1></html>", {"Content-Type": "text/html"})


class UnavailableUserinfo(Fault):
    """Answers as a load balancer does whose servers are gone."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "userinfo", PAGE)


FAULT = UnavailableUserinfo()
