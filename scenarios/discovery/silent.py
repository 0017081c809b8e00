"""Metadata that never comes is given up in good time.

A person who waits for a minute has left; so have all the others who wait behind.
"""

from harness.outcome import Refused
from harness.scenario import Scenario

SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("discovery.unavailable"),
    fault="silent_discovery",
)
