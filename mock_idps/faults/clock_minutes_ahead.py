"""The issuer's clock is five and a half minutes ahead: more than Entra's own back-dating hides."""

from mock_idps.core.fault import Fault


class ClockMinutesAhead(Fault):
    """Adds 330 seconds."""

    breaks = "nothing where tokens are back-dated: OIDC Core 1.0, 3.1.3.7 (9) allows a few minutes"

    def clock(self, now: float) -> float:
        """What is told instead."""
        return now + 330


FAULT = ClockMinutesAhead()
