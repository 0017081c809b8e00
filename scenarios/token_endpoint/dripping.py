"""A token answer that comes a byte at a time is given up in the end.

A bound between two reads never strikes; without one for the whole exchange every such login holds a worker for ever.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.meets_an_app_in_a_hurry()
    alice.signs_in()


SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("token_endpoint.unavailable"),
    fault="dripping_token",
    steps=_steps,
    idps=("okta",),
    regions=("us",),
)
