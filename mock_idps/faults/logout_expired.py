"""The logout token expired an hour ago."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutExpired(Fault):
    """Sets `exp` an hour back."""

    breaks = "Back-Channel Logout 1.0, 2.6 (4): exp must not be past"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "exp": claims["iat"] - 3600}


FAULT = LogoutExpired()
