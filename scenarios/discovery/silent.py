"""Metadata that never comes is given up in good time.

A person who waits for a minute has left; so have all the others who wait behind.
"""

from harness.outcome import Refused
from harness.scenario import Scenario
from harness.steps import signs_in_at_an_app_in_a_hurry

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("discovery.unavailable"),
    fault="silent_discovery",
    steps=signs_in_at_an_app_in_a_hurry,
)
