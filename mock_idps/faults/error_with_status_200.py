"""The token endpoint refuses, with status 200."""

from typing import Any

from mock_idps.core.fault import Fault


class ErrorWithStatus200(Fault):
    """Answers an error where a token was due."""

    breaks = "RFC 6749, 5.2: an error has status 400"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {"error": "invalid_grant", "error_description": "x"} if body else body


FAULT = ErrorWithStatus200()
