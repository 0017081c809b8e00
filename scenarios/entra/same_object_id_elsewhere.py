"""The same object id in two tenants is two people.

It is unique inside a tenant only; an app that keys on it alone lets another customer's person in.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    other = alice.employed_by(alice.same_idp_elsewhere())
    for employee in (alice, other):
        employee.administrator.changes("alice", id="5c0ffee0-0000-4000-8000-000000000001", email=None)
    other.signs_in()
    theirs = other.account()
    alice.forgets_the_issuer()
    alice.signs_in()
    alice.must(theirs, "the other customer's person could not sign in")
    alice.must(theirs.get("account") != alice.account().get("account"), "the same object id opened one account")


SCENARIO = Scenario(
    spec="https://github.com/pond/omniauth-entra-id/issues/33",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("accounts",),
)
