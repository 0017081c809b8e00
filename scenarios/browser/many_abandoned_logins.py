"""Twenty logins begun and left alone do not stop the next one.

A cookie per attempt piles up until requests are too large or the browser throws the session away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

BEGUN = 20
MOST = 12


def _steps(alice: Actor) -> None:
    alice.begins_and_leaves(alice.initiating(), BEGUN)
    alice.signs_in()
    alice.must(len(alice.cookies()) <= MOST, f"{len(alice.cookies())} cookies are left after {BEGUN} abandoned logins")


SCENARIO = Scenario(
    spec="RFC 6265bis, 6.1 (limits); the product's promise of kindness",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    regions=("us",),
    needs=("initiate",),
)
