"""Two people with one address are two people.

Okta does not keep addresses unique; an app that links by address gives the second the account of the first.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    bob = alice.another_browser("bob")
    bob.administrator.changes("bob", email=alice.login_name())
    alice.signs_in()
    bob.signs_in()
    hers, his = alice.account().get("account"), bob.account().get("account")
    alice.must(hers != his, f"two people have two accounts; both have {hers}")


SCENARIO = Scenario(
    spec="https://github.com/CDCgov/prime-simplereport/issues/4904",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("accounts",),
)
