"""The ID token lacks the nonce that was asked for."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class NoNonce(Fault):
    """Drops `nonce`."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (11): a nonce that was sent must be in the ID token"

    def id_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "nonce"}


FAULT = NoNonce()
