"""The logout token speaks of another event."""

from mock_idps.core.fault import Fault
from mock_idps.core.model import Claims


class LogoutOfAnotherEvent(Fault):
    """Replaces the event's name."""

    breaks = "Back-Channel Logout 1.0, 2.6 (6): events names the logout event"

    def logout_token(self, claims: Claims) -> Claims:
        """What is told instead."""
        return {**claims, "events": {"http://schemas.openid.net/event/something-else": {}}}


FAULT = LogoutOfAnotherEvent()
