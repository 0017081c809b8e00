"""A key set that never comes is given up in good time.

A hanging request would hold a worker for as long as the issuer likes.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.meets_an_app_in_a_hurry()
    alice.signs_in()


SCENARIO = Scenario(
    spec="The product's promise to survive its issuers",
    expected=Refused("jwks.unavailable"),
    fault="silent_jwks",
    steps=_steps,
    needs=("signature",),
    regions=("us",),
)
