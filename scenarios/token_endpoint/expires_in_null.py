"""A lifetime ("expires_in") of null does not stop a login.

A field that is there and empty is the case nobody tries.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 6749, 5.1",
    expected=SignedIn("alice"),
    fault="expires_in_null",
    needs=("tolerates_null_lifetime",),
)
