"""The metadata does not mention PKCE."""

from typing import Any

from mock_idps.core.fault import Fault


class DiscoveryWithoutPkce(Fault):
    """Drops `code_challenge_methods_supported`, as Entra's has long lacked it."""

    breaks = "nothing: RFC 8414, 2 makes it optional; PKCE works all the same"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {name: value for name, value in document.items() if name != "code_challenge_methods_supported"}


FAULT = DiscoveryWithoutPkce()
