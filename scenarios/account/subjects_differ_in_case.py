"""Two subjects that differ only in capitals are two people.

"sub" is case sensitive; a database or a lower() that is not lets one person into the other's account.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", id="00uABCdef")
    alice.administrator.changes("bob", id="00uabcDEF")
    bob = alice.another_browser("bob")
    bob.signs_in()
    alice.signs_in()
    mine, theirs = alice.account(), bob.account()
    alice.must(mine.get("account") != theirs.get("account"), "two subjects that differ in case open one account")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub is a case-sensitive string)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("accounts",),
)
