"""Userinfo unpacks to a thousand times its size."""

import gzip

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault

BOMB = transport.fixed(
    200, gzip.compress(b" " * 20_000_000), {"Content-Type": "application/json", "Content-Encoding": "gzip"}
)


class CompressedBombUserinfo(Fault):
    """Sends 20 megabytes of blanks, compressed."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "userinfo", BOMB)


FAULT = CompressedBombUserinfo()
