"""A person who marries and moves keeps their account.

Names and addresses change; only the subject stays.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account()
    alice.administrator.changes("alice", email=f"alice.neumann@{alice.customer.domain}", name="Alice Neumann")
    alice.signs_out()
    alice.drops_cookies()
    alice.signs_in()
    after = alice.account()
    alice.must(after.get("account") == before.get("account"), "a new address made a new account")
    alice.administrator.changes("alice", email=alice.login_name())
    alice.signs_out()
    alice.drops_cookies()
    alice.signs_in()


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
)
