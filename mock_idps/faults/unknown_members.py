"""The token answer has members that nobody knows."""

from typing import Any

from mock_idps.core.fault import Fault


class UnknownMembers(Fault):
    """Adds members of every JSON type."""

    breaks = "nothing: RFC 6749, 5.1: unknown members must be ignored"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**body, "x": None, "foci": "1", "ext_expires_in": 7200, "nested": {"a": [1]}}


FAULT = UnknownMembers()
