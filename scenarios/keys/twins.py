"""An encryption key of the same name is not taken for the signing key.

The first key that fits the "kid" may be the wrong one.
"""

from harness.outcome import SignedIn
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7517, 4.2 and 4.5",
    expected=SignedIn("alice"),
    fault="jwks_twin_kids",
    needs=("signature",),
)
