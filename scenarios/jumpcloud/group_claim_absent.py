"""Without a group the claim is missing, and the person comes in without a role.

An app that reads the claim unasked crashes for exactly these people.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.sends_groups()
    alice.administrator.puts_in_groups("alice")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" not in roles, f"no group, no role; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso packages/core/src/lib/groups",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    needs=("adjustable", "roles"),
)
