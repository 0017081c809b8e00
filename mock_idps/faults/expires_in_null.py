"""The token's lifetime is null."""

from typing import Any

from mock_idps.core.fault import Fault


class ExpiresInNull(Fault):
    """Sets `expires_in` to null."""

    breaks = "RFC 6749, 5.1: expires_in is a number; apps must cope all the same"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "expires_in": None}


FAULT = ExpiresInNull()
