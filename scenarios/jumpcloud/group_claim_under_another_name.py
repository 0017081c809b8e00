"""The group claim has the name that the admin typed.

"memberOf", "groups", a URL: an app with one fixed name turns everybody of such a customer away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.registration.settings["group_claim"] = "memberOf"
    alice.support.changes_connection(group_claim="memberOf")
    alice.administrator.puts_in_groups("alice", "Pelanor Admins")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" in roles, f"the group makes her an administrator; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/goharbor/harbor/issues/20779",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "roles"),
)
