"""A token endpoint whose certificate nobody vouches for gets nothing.

An app that does not check certificates hands its secret to whoever sits in the middle.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(not alice.world.evil.visits, "the app sent its secret through TLS that nobody vouches for")


SCENARIO = Scenario(
    spec="RFC 6750, 5.3; RFC 9700, 2.6",
    expected=Refused("token_endpoint.unavailable"),
    fault="token_endpoint_at_an_impostor",
    steps=_steps,
)
