"""A logout token signs out nobody who has the same subject at another customer.

A subject is unique within its issuer alone; looked up without the issuer, one customer's sign-outs reach the other's people.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

SUBJECT = "00u4711"


def _steps(alice: Actor) -> None:
    namesake = alice.another_browser().employed_by(alice.same_idp_elsewhere())
    for employee in (alice, namesake):
        employee.administrator.changes("alice", id=SUBJECT)
    alice.signs_in()
    namesake.signs_in()
    namesake.administrator.announces_logout()
    alice.must(not namesake.account(), "the session that the token names lives on")
    alice.opens("/")


SCENARIO = Scenario(
    spec="Back-Channel Logout 1.0, 2.7; OIDC Core 1.0, 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("back_channel_logout",),
)
