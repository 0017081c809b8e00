"""A person who begins in the wrong region ends in the right one.

A redirect URI of one fixed host sends Europe's people, and their data, to America.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.begins(origin=alice.other_origin)
    alice.signs_in_at_the_idp()
    alice.must(alice.tab.url.startswith(alice.origin), "the login ended in the wrong region")


SCENARIO = Scenario(
    spec="The product's guide (two regions)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
)
