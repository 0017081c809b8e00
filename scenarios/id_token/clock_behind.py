"""An issuer whose clock is 20 seconds behind is understood.

Clocks differ in both directions.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (9)",
    expected=SignedIn("alice"),
    fault="clock_behind",
    unless=("little_leeway",),
)
