"""A key set that never comes is given up in good time.

A hanging request would hold a worker for as long as the issuer likes.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_at_an_app_in_a_hurry

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("jwks.unavailable"),
    fault="silent_jwks",
    steps=signs_in_at_an_app_in_a_hurry,
    needs=("signature",),
    regions=("us",),
)
