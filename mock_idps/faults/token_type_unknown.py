"""The token answer is of a type that the app does not speak."""

from typing import Any

from mock_idps.core.fault import Fault


class TokenTypeUnknown(Fault):
    """Sets `token_type` to mac."""

    breaks = "RFC 6749, 7.1: a client must not use a token of a type it does not understand"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "token_type": "mac"}


FAULT = TokenTypeUnknown()
