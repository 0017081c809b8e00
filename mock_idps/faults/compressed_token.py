"""The token answer is compressed."""

import gzip

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault


class CompressedToken(Fault):
    """Compresses an answer that is sent in one piece, as any server may."""

    breaks = "nothing: RFC 9110, 8.4"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", transport.rewritten(gzip.compress, encoding="gzip"))


FAULT = CompressedToken()
