"""A suspended person stays at Okta, as if the password were wrong.

The app never hears of it, and must not hold the browser for an answer.
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
    spec="https://developer.okta.com/docs/reference/error-codes/#E0000004",
    expected=AtIssuer(),
    steps=_steps,
    idps=("okta",),
)
