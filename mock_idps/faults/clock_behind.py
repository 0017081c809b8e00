"""The issuer's clock is 20 seconds behind."""

from mock_idps.core.fault import Fault


class ClockBehind(Fault):
    """Takes 20 seconds away."""

    breaks = "nothing: clocks differ; OIDC Core 1.0, 3.1.3.7 (9) allows a few minutes"

    def clock(self, now: float) -> float:
        """What is told instead."""
        return now - 20


FAULT = ClockBehind()
