"""One group arrives as a bare string and counts like a list of one.

An app that wants a list ignores it, or takes its letters for groups: people with one group have no rights, with two they do.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.puts_in_groups("alice", "Pelanor Admins")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" in roles, f"the group makes her an administrator; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/goharbor/harbor/issues/22289; https://github.com/argoproj/argo-cd/issues/22973",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "roles"),
)
