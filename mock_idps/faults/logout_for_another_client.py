"""The logout token is for another client."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutForAnotherClient(Fault):
    """Replaces `aud`."""

    breaks = "Back-Channel Logout 1.0, 2.6 (3): aud must be the client"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "aud": "0f3c5f1e-another-client"}


FAULT = LogoutForAnotherClient()
