"""The keys never answer."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault


class SilentJwks(Fault):
    """Accepts the request and keeps silent."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "jwks", transport.silence)


FAULT = SilentJwks()
