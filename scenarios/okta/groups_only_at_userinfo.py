"""Groups that stand only at userinfo count like those of the ID token.

Whether Okta's thin ID token has them differs from org to org; an app that looks there alone gives nobody a role.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    scopes = alice.administrator.sends_groups()
    alice.support.changes_connection(scopes=scopes)
    alice.administrator.registration.settings["groups_in_id_token"] = False
    alice.support.maps_group("Pelanor Admins", "admin")
    alice.signs_in()
    roles = str(alice.account().get("roles"))
    alice.must("admin" in roles, f"the group at userinfo makes her an admin; she has {roles}")


SCENARIO = Scenario(
    spec="https://github.com/argoproj/argo-cd/issues/23964; https://github.com/argoproj/argo-cd/issues/16277; https://github.com/hashicorp/vault-plugin-auth-jwt/issues/189",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    needs=("adjustable", "roles"),
)
