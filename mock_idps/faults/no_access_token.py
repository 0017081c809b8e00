"""The token answer holds no access token."""

from typing import Any

from mock_idps.core.fault import Fault


class NoAccessToken(Fault):
    """Drops `access_token`."""

    breaks = "RFC 6749, 5.1: access_token is REQUIRED"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {name: value for name, value in body.items() if name != "access_token"}


FAULT = NoAccessToken()
