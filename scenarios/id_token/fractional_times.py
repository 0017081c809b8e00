"""Times with fractions of a second are good times.

A parser for whole numbers turns people away whose provider counts milliseconds.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7519, 2 (NumericDate)",
    expected=SignedIn("alice"),
    fault="fractional_times",
)
