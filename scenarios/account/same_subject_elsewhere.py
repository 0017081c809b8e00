"""The same subject at two issuers is two people.

Small providers count their people 1, 2, 3; looked up without the issuer they meet in one account.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SUBJECT = "00u4711"


def _steps(alice: Actor) -> None:
    other = alice.employed_by(alice.same_idp_elsewhere())
    for employee in (alice, other):
        employee.administrator.changes("alice", id=SUBJECT)
    other.signs_in()
    theirs = other.account()
    alice.forgets_the_issuer()
    alice.signs_in()
    mine = alice.account()
    alice.must(
        theirs and theirs.get("account") != mine.get("account"), "the same subject of two issuers opens one account"
    )


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 2 (sub is unique within the issuer) and 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("accounts",),
)
