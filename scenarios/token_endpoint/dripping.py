"""A token answer that comes a byte at a time is given up in the end.

A bound between two reads never strikes; without one for the whole exchange every such login holds a worker for ever.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_at_an_app_in_a_hurry

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("token_endpoint.unavailable"),
    fault="dripping_token",
    steps=signs_in_at_an_app_in_a_hurry,
    idps=("okta",),
    regions=("us",),
)
