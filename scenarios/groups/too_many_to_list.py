"""More groups than the token lists are not taken for none.

Above 200 groups Entra sends a pointer; an app that reads it as no groups silently makes administrators members.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.signs_in()
    alice.must("admin" in alice.roles(), "the group did not give its role to begin with")
    alice.administrator.puts_in_many_groups("alice", 250)
    alice.signs_out()
    alice.drops_cookies()
    alice.signs_in()
    explained = "groups" in alice.reads().casefold()
    alice.must("admin" in alice.roles() or explained, "an administrator lost the role without a word")


SCENARIO = Scenario(
    spec="Entra, groups overage claim",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra",),
    needs=("adjustable", "roles"),
    covers=("oidf:oidcc-client-test-distributed-claims",),
)
