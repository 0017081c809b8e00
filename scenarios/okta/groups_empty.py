"""An empty list of groups is no group.

Some orgs send the claim as an empty list; an app that takes its first element crashes.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    rule = {"match": "EQUALS", "value": "Nobody", "when_empty": "list"}
    alice.administrator.registration.settings["groups_claim"] = rule
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" not in roles, f"no group, no role; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/grafana/grafana/issues/20735",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
