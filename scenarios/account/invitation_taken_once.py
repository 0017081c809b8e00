"""An invitation is one person's: whoever comes later with the same address gets nothing of it.

Addresses are given to others; an invitation that can be taken twice gives the second one the first one's role.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.invites(alice.login_name(), role="admin")
    alice.signs_in()
    alice.must("admin" in alice.roles(), "the invitation did not give its role to begin with")
    alice.administrator.changes("bob", email=alice.login_name())
    bob = alice.another_browser("bob")
    bob.signs_in()
    alice.must("admin" not in bob.roles(), "a second person took the same invitation")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.7 (an address is no identifier)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
