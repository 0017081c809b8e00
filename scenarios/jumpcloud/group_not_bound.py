"""A group that is not bound to the app is not told.

Admins wonder why a person's group brings no role: it has to be bound to the app beside being the person's.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.registration.settings["bound_groups"] = ["Everyone"]
    alice.administrator.puts_in_groups("alice", "Everyone", "Pelanor Admins")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" not in roles, f"no group, no role; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/mattrobinsonsre/bamf docs/admin/sso.md",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "roles"),
)
