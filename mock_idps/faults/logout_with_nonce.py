"""The logout token holds a nonce, like an ID token."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutWithNonce(Fault):
    """Adds `nonce`."""

    breaks = "Back-Channel Logout 1.0, 2.6 (7): a logout token must not hold nonce"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "nonce": "a-nonce"}


FAULT = LogoutWithNonce()
