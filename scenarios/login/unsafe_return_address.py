"""A return address on another site is not followed after the login.

An app that follows it is an open redirector: a link to the real sign-in page ends on the attacker's.
"""

from harness import lures
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    lures.signs_in_to_return_to(alice, "//evil.example/phish")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1",
    expected=SignedIn("alice"),
    steps=_steps,
)
