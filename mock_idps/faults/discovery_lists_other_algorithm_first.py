"""The metadata lists an algorithm first that is not used."""

from typing import Any

from mock_idps.core.fault import Fault


class DiscoveryListsOtherAlgorithmFirst(Fault):
    """Puts ES384 before the others in `id_token_signing_alg_values_supported`."""

    breaks = "nothing: the list has no order"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "id_token_signing_alg_values_supported": ["ES384", "RS256"]}


FAULT = DiscoveryListsOtherAlgorithmFirst()
