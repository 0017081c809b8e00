"""The token answer holds no ID token."""

from typing import Any

from mock_idps.core.fault import Fault


class NoIdToken(Fault):
    """Drops `id_token`."""

    breaks = "OIDC Core 1.0, 3.1.3.3: id_token is REQUIRED"

    def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {name: value for name, value in body.items() if name != "id_token"}


FAULT = NoIdToken()
