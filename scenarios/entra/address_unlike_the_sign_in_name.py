"""The address and the sign-in name differ, in letters and in case, and it is still one person.

Apps that take one for the other make a second account at the next login.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.signs_in()
    before = alice.account().get("account")
    alice.administrator.changes("alice", email=f"ALICE@Mail.{alice.customer.domain}")
    alice.signs_out()
    alice.signs_in()
    alice.must(alice.account().get("account") == before, "another address made another account")


SCENARIO = Scenario(
    spec="https://github.com/grafana/grafana/issues/52348",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
