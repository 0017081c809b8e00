"""Two people with one mail address are two accounts.

Addresses change and are given on; an account found by address is given away with it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    mine = alice.account()
    alice.administrator.changes("bob", email=alice.administrator.person("alice").email)
    bob = alice.another_browser("bob")
    bob.signs_in()
    theirs = bob.account()
    alice.must(theirs.get("account") != mine.get("account"), "a colleague with the same address is in my account")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
)
