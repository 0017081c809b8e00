"""Somebody without a mailbox signs in: there is no email claim although the scope was granted.

The mail attribute is empty for many accounts; the sign-in name is no substitute for a proven address.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes("alice", email=None)
    alice.signs_in()


SCENARIO = Scenario(
    spec="https://github.com/microsoft/AzureTRE/issues/3539; https://github.com/lukaszraczylo/traefikoidc/issues/95",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
)
