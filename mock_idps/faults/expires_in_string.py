"""The token's lifetime is a string."""

from typing import Any

from mock_idps.core.fault import Fault


class ExpiresInString(Fault):
    """Writes `expires_in` as text, as some providers do."""

    breaks = "RFC 6749, 5.1: expires_in is a number; apps must cope all the same"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "expires_in": "3600"}


FAULT = ExpiresInString()
