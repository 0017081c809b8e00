"""Two people without a mail address are two accounts.

An empty address in a unique column belongs to whoever came first.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    for name in ("alice", "bob"):
        alice.administrator.changes(name, email=None)
    alice.signs_in()
    bob = alice.another_browser("bob")
    bob.signs_in()
    mine, theirs = alice.account(), bob.account()
    alice.must(
        theirs and mine.get("account") != theirs.get("account"),
        "two people without an address share an account, or one is locked out",
    )


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
    unless=("entered_people_only",),
)
