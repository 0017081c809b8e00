"""Somebody who is signed in already is not sent to a stranger's site either.

The check stands on the way back from the IdP; whoever needs no login is sent on by another line of code.
"""

from harness import lures
from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    lures.is_lured_on_to(alice, "https://evil.example/phish", "//evil.example/phish", "/%5Cevil.example/phish")
    alice.must(not alice.world.evil.visits, "a page of the app led to a stranger's site")
    alice.opens("/")


SCENARIO = Scenario(
    spec="RFC 9700, 2.1 and 4.11.1; OWASP ASVS 4.0, 5.1.5",
    expected=SignedIn("alice"),
    steps=_steps,
    covers=("rfc9700:4.11",),
)
