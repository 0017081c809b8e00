"""After signing out a person stays signed out, although the IdP still knows them.

A page that starts the next login by itself makes signing out impossible.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    asked = len(alice.received("authorize"))
    alice.signs_out()
    alice.opens("/")
    alice.must(len(alice.received("authorize")) == asked, "a new login began by itself")


SCENARIO = Scenario(
    spec="RP-Initiated Logout 1.0, 4; the product's promise",
    expected=NotSignedIn(),
    steps=_steps,
)
