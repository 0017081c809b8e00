"""The logout token names another issuer."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutOfAnotherIssuer(Fault):
    """Replaces `iss`."""

    breaks = "Back-Channel Logout 1.0, 2.6 (3): iss must be the issuer"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "iss": "https://issuer.evil.example"}


FAULT = LogoutOfAnotherIssuer()
