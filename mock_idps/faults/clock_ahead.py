"""The issuer's clock is 20 seconds ahead."""

from mock_idps.core.fault import Fault


class ClockAhead(Fault):
    """Adds 20 seconds."""

    breaks = "nothing: clocks differ; OIDC Core 1.0, 3.1.3.7 (9) allows a few minutes"

    def clock(self, now: float) -> float:
        """What is told instead."""
        return now + 20


FAULT = ClockAhead()
