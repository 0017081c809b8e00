"""A token endpoint that never answers is given up in good time.

Without a time limit one slow provider holds every worker of the app, and everybody waits.
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
    fault="silent_token",
    steps=_steps,
)
