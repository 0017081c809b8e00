"""The logout token speaks of nobody."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutWithoutSubject(Fault):
    """Drops `sub` and `sid`."""

    breaks = "Back-Channel Logout 1.0, 2.6 (5): sub or sid, or both"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name not in {"sub", "sid"}}


FAULT = LogoutWithoutSubject()
