"""The issuer publishes no keys."""

from typing import Any

from mock_idps.core.fault import Fault


class JwksEmpty(Fault):
    """Empties the key set."""

    breaks = "OIDC Core 1.0, 10.1: the signing keys are published"

    def jwks(self, jwks: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**jwks, "keys": []}


FAULT = JwksEmpty()
