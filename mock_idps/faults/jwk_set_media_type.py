"""The key set has a media type of its own."""

from starlette.types import ASGIApp, Message

from mock_idps.core import transport
from mock_idps.core.fault import Fault


def _own(message: Message) -> Message:
    return transport.with_header(message, "content-type", "application/jwk-set+json")


class JwkSetMediaType(Fault):
    """Writes the Content-Type application/jwk-set+json."""

    breaks = "nothing: RFC 7517, 8.5"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "jwks", transport.changed(_own))


FAULT = JwkSetMediaType()
