"""The issuer's clock is two hours behind: whatever it makes has expired."""

from mock_idps.core.fault import Fault


class ClockTwoHoursBehind(Fault):
    """Takes two hours away."""

    breaks = "OIDC Core 1.0, 3.1.3.7 (9): the current time must be before exp"

    def clock(self, now: float) -> float:
        """What is told instead."""
        return now - 7200


FAULT = ClockTwoHoursBehind()
