"""Two groups arrive as a list.

The same claim changes its type with the number of groups.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.puts_in_groups("alice", "Everyone", "Pelanor Admins")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" in roles, f"the group makes her an administrator; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/nxzai/NextExplorer/issues/279",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "roles"),
)
