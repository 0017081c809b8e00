"""A page in place of the keys ends the login kindly.

A portal that answers everything with 200 is taken for a key set by whoever looks only at the status.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="RFC 7517, 5; the product's promise to survive its issuers",
    expected=Refused("jwks.unavailable"),
    fault="page_instead_of_jwks",
    regions=("us",),
    needs=("signature",),
)
