"""Signing out leads to the app and nowhere else.

A sign-out that follows any address is an open redirector, too.
"""

from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.submits_a_strangers_form(
        alice.origin + "/sign-out?next=https://evil.example/x&return_to=//evil.example/x", {}
    )
    alice.must(not alice.world.evil.visits, "signing out led to a stranger's site")


SCENARIO = Scenario(
    spec="RFC 9700, 4.11.1",
    expected=NotSignedIn(),
    steps=_steps,
    covers=("rfc9700:4.11",),
)
