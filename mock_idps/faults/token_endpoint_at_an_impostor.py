"""The metadata leads to a token endpoint whose certificate nobody vouches for."""

from typing import Any

from mock_idps.core.fault import Fault


class TokenEndpointAtAnImpostor(Fault):
    """Replaces `token_endpoint` by an address behind a certificate of an unknown authority."""

    breaks = "RFC 6750, 5.3: TLS certificates must be validated"

    def discovery(self, document: dict[str, Any]) -> dict[str, Any]:
        """A document with one endpoint that must not be trusted."""
        return {**document, "token_endpoint": "https://impostor.example/token"}


FAULT = TokenEndpointAtAnImpostor()
