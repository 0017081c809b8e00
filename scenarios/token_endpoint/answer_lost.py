"""A code whose answer got lost is not sent again.

It may have been redeemed: sent twice it is an attack to the issuer, which takes back all that it gave out for it.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    codes = [request.parameters.get("code") for request in alice.received("token")]
    alice.must(len(codes) == len(set(codes)), "the same code was sent twice")


SCENARIO = Scenario(
    spec="RFC 6749, 4.1.2 (a code must not be used more than once) and 10.5",
    expected=Refused("token_endpoint.unavailable"),
    fault="lost_token_answer",
    steps=_steps,
)
