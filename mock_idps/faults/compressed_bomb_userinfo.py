"""Userinfo unpacks to a thousand times its size."""

import gzip

from starlette.types import ASGIApp

from mock_idps.core import transport
from mock_idps.core.fault import Fault


class CompressedBombUserinfo(Fault):
    """Sends 20 megabytes of blanks before it, which JSON allows, compressed."""

    breaks = "nothing of a specification: issuers have bad days, and an app must live through them"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        bomb = transport.rewritten(lambda body: gzip.compress(b" " * 20_000_000 + body), encoding="gzip")
        return transport.instead(app, "userinfo", bomb)


FAULT = CompressedBombUserinfo()
