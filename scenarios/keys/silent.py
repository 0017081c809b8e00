"""A key set that never comes is given up in good time.

A hanging request would hold a worker for as long as the issuer likes.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("jwks.unavailable"),
    fault="silent_jwks",
    needs=("signature",),
)
