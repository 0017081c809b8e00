"""One group as a bare string is one group.

JumpCloud sends it so; an app that walks over it sees letters.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_groups("alice", "Pelanor Admins")
    alice.signs_in()
    alice.must("admin" in alice.roles(), "the one group was not understood")


SCENARIO = Scenario(
    spec="JumpCloud, group attribute of one group",
    expected=SignedIn("alice"),
    fault="groups_one_string",
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "roles"),
)
