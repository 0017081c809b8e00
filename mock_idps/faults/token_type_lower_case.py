"""The token answer says "bearer"."""

from typing import Any

from mock_idps.core.fault import Fault


class TokenTypeLowerCase(Fault):
    """Writes `token_type` in lower case."""

    breaks = "nothing: RFC 6749, 5.1 makes token_type case-insensitive"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "token_type": "bearer"}


FAULT = TokenTypeLowerCase()
