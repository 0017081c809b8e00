"""A key set of twenty megabytes is not swallowed.

An answer without a limit is how one customer's issuer takes the app down for all.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("jwks.unavailable"),
    fault="huge_jwks",
    needs=("signature", "bounded_answers"),
)
