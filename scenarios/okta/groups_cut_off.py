"""Over 100 groups may be cut off at 100, and a role that hangs on a later group is not given.

Which groups come first is Okta's affair; an app that takes the list for complete takes people's rights away at random.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.registration.settings["groups_claim"] = {"over_limit": "truncated"}
    alice.administrator.puts_in_many_groups("alice", 120)
    alice.support.maps_group("Team 119", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" not in roles, f"the group stands behind the hundredth; she has {roles}")


SCENARIO = Scenario(
    spec="https://developer.okta.com/docs/reference/api/oidc/; https://github.com/archestra-ai/archestra/pull/4426",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
