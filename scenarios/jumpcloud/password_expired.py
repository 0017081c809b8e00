"""A person with an expired password is asked for a new one at JumpCloud, and the app hears nothing.

The login is forgotten there; the next one starts anew.
"""

from harness.actor import Actor
from harness.outcome import AtIssuer
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", state="password_expired")
    alice.signs_in()
    alice.begins()
    alice.must(alice.at_issuer(), "after a login that was never answered no other one begins")


SCENARIO = Scenario(
    spec="https://jumpcloud.com/support/users-my-account-is-locked",
    expected=AtIssuer(),
    steps=_steps,
    idps=("jumpcloud",),
)
