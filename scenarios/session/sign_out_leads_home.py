"""Signing out leads to the app and nowhere else.

A sign-out that follows any address is an open redirector, too.
"""

from harness import lures
from harness.actor import Actor
from harness.outcome import NotSignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    for address in ("https://evil.example/x", "//evil.example/x"):
        lures.is_lured_out_to(alice, address)
        alice.must(not alice.world.evil.visits, f"signing out led to '{address}', a stranger's address")


SCENARIO = Scenario(
    spec="RFC 9700, 4.11.1",
    expected=NotSignedIn(),
    steps=_steps,
    covers=("rfc9700:4.11",),
)
