"""A suspended person stays on JumpCloud's sign-in page.

The app hears nothing and may not treat its own waiting login as an error.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", state="suspended")
    alice.signs_in()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://support.jumpcloud.com (Managing User States)",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
