"""The token answer's media type may have parameters and any case.

A comparison with "application/json" fails with every provider that adds a charset.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 9110, 8.3.1",
    expected=SignedIn("alice"),
    fault="media_type_with_parameters",
)
