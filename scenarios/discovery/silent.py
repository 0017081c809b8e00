"""Metadata that never comes is given up in good time.

A person who waits for a minute has left; so have all the others who wait behind.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.meets_an_app_in_a_hurry()
    alice.signs_in()


SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("discovery.unavailable"),
    fault="silent_discovery",
    steps=_steps,
)
