"""The ID token carries the nonce of another login."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class WrongNonce(Fault):
    """Replaces `nonce`."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (11): nonce must be the one of the authorization request"

    def id_token(self, claims: Claims) -> Claims:
        """Claims with a nonce nobody asked for."""
        return {**claims, "nonce": "the-nonce-of-another-login"}


FAULT = WrongNonce()
