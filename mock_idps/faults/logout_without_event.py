"""The logout token does not say that it is one."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutWithoutEvent(Fault):
    """Drops `events`."""

    breaks = "Back-Channel Logout 1.0, 2.6 (6): events names the logout event"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {name: value for name, value in claims.items() if name != "events"}


FAULT = LogoutWithoutEvent()
