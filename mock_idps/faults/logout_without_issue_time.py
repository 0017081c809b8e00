"""The logout token does not say when it was issued."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutWithoutIssueTime(Fault):
    """Drops `iat`."""

    breaks = "Back-Channel Logout 1.0, 2.4: iat is required"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "iat"}


FAULT = LogoutWithoutIssueTime()
