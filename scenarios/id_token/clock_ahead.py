"""An issuer whose clock is 20 seconds ahead is understood.

Clocks differ. Without leeway one login in ten fails, and nobody can say why.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.3.7 (9, 10)",
    expected=SignedIn("alice"),
    fault="clock_ahead",
    unless=("little_leeway",),
)
