"""A token endpoint that never answers is given up in good time.

Without a time limit one slow provider holds every worker of the app, and everybody waits.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_at_an_app_in_a_hurry

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("token_endpoint.unavailable"),
    fault="silent_token",
    steps=signs_in_at_an_app_in_a_hurry,
)
