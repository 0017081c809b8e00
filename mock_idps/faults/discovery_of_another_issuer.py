"""The metadata speaks for another issuer."""

from typing import Any

from mock_idps.core.fault import Fault


class DiscoveryOfAnotherIssuer(Fault):
    """Replaces `issuer`."""

    breaks = "OIDC Discovery 1.0, 4.3: issuer must be the one asked"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "issuer": "https://issuer.evil.example"}


FAULT = DiscoveryOfAnotherIssuer()
