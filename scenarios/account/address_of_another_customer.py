"""Another customer's IdP cannot vouch for my address.

Whoever runs a directory can write any address into it.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    mine = alice.account()
    other = alice.another_browser("bob").employed_by(alice.another_customer())
    other.administrator.changes("bob", email=alice.login_name())
    other.person = "bob"
    other.signs_in()
    theirs = other.account()
    alice.must(theirs.get("account") != mine.get("account"), "another customer's IdP opened my account")
    alice.must(
        theirs.get("organisation") != mine.get("organisation"), "another customer's person is in my organisation"
    )


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7; the product's promise",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
)
