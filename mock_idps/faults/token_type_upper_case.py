"""The token answer says "BEARER"."""

from typing import Any

from mock_idps.core.fault import Fault


class TokenTypeUpperCase(Fault):
    """Writes `token_type` in capitals."""

    breaks = "nothing: RFC 6749, 5.1 makes token_type case-insensitive"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "token_type": "BEARER"}


FAULT = TokenTypeUpperCase()
