"""A name of null is no name, and no crash.

A field that is there and empty is the case nobody tries.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1",
    expected=SignedIn("alice"),
    fault="name_null",
)
