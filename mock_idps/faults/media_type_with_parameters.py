"""The token answer's media type has parameters, in odd case."""

from starlette.types import ASGIApp, Message

from mock_idps.core import transport
from mock_idps.core.fault import Fault


def _odd(message: Message) -> Message:
    return transport.with_header(message, "content-type", 'Application/JSON; Charset="UTF-8"')


class MediaTypeWithParameters(Fault):
    """Writes the Content-Type in another way that means the same."""

    breaks = "nothing: RFC 9110, 8.3.1: media types are case-insensitive and have parameters"

    def transport(self, app: ASGIApp) -> ASGIApp:
        """What is told instead."""
        return transport.instead(app, "token", transport.changed(_odd))


FAULT = MediaTypeWithParameters()
