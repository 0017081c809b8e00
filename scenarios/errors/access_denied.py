"""A person who is denied access reaches a page, once.

An app that answers every error with a new login traps people who have no access in a loop.
"""

from harness.actor import Actor
from harness.outcome import Refused
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    alice.must(len(alice.received("authorize")) <= alice.hops, "the app started over by itself after an error")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 3.1.2.6; RFC 6749, 4.1.2.1",
    expected=Refused("idp_error"),
    fault="access_denied",
    steps=_steps,
)
