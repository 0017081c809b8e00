"""Two long subjects that differ only at their end are two people.

A subject may have 255 characters; a column that keeps fewer lets one person into the other's account.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    for name in ("alice", "bob"):
        alice.administrator.changes(name, id=f"{'0' * 245}{name:>10}".replace(" ", "-"))
    bob = alice.another_browser("bob")
    bob.signs_in()
    alice.signs_in()
    mine, theirs = alice.account(), bob.account()
    alice.must(theirs, "a subject of 255 characters is locked out")
    alice.must(mine.get("account") != theirs.get("account"), "two subjects that differ at the end open one account")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub has at most 255 ASCII characters)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("accounts",),
)
