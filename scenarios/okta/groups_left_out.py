"""Over 100 groups may be left out without a word, and the person comes in without a role.

No error tells; an app that gives an old role on because the claim is missing keeps somebody an admin.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.registration.settings["groups_claim"] = {"over_limit": "omitted"}
    alice.administrator.puts_in_many_groups("alice", 120)
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" not in roles, f"no claim, no role; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/cloudflare/cloudflare-docs/pull/31807",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
