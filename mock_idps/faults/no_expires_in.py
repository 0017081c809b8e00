"""The token answer does not say how long it lives."""

from typing import Any

from mock_idps.core.fault import Fault


class NoExpiresIn(Fault):
    """Drops `expires_in` and `scope`."""

    breaks = "nothing: RFC 6749, 5.1 leaves both out at will"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {name: value for name, value in body.items() if name not in {"expires_in", "scope"}}


FAULT = NoExpiresIn()
