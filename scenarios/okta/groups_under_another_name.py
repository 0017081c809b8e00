"""The name of the groups claim is the customer's, case and all.

"Groups" is not "groups": an app that has one name built in gives nobody a role.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.registration.settings["groups_claim"] = {"name": "Groups"}
    alice.support.changes_connection(group_claim="Groups")
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" in roles, f"the renamed claim makes her an admin; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/aws-samples/aws-iam-temporary-elevated-access-broker/issues/28",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
