"""The key set is larger than any may be."""

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault


class HugeJwks(Fault):
    """Sends 20 megabytes of blanks before it; JSON allows them."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "jwks", transport.rewritten(lambda body: b" " * 20_000_000 + body))


FAULT = HugeJwks()
