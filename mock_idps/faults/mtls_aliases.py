"""The metadata names other endpoints for mutual TLS."""

from typing import Any

from mock_idps.core.fault import Fault


class MtlsAliases(Fault):
    """Adds `mtls_endpoint_aliases` that lead to the attacker."""

    breaks = "nothing: RFC 8705, 5: for clients that use mutual TLS only"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """What is told instead."""
        return {**document, "mtls_endpoint_aliases": {"token_endpoint": "https://evil.example/token"}}


FAULT = MtlsAliases()
