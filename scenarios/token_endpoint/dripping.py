"""A token answer that comes a byte at a time is given up in the end.

A bound between two reads never strikes; without one for the whole exchange every such login holds a worker for ever.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("token_endpoint.unavailable"),
    fault="dripping_token",
    idps=("okta",),
    regions=("us",),
)
