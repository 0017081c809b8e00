"""Address and groups that stand only at userinfo are found there.

"Okta sends everything, I can see it in their preview", and yet the app says "no email", or the person has no role.
In the code flow an Okta org keeps the ID token thin and tells the rest at userinfo; the preview of the console shows both
together.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.registration.settings["groups_in_id_token"] = False
    alice.signs_in()
    thin = alice.administrator.newest_id_token.claims
    alice.must("groups" not in thin, "the ID token was not thin to begin with")
    alice.must(alice.account().get("email") == alice.login_name(), "the address at userinfo was not taken over")
    alice.must("admin" in alice.roles(), "the group at userinfo did not give its role")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.3 and 5.4",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta",),
    regions=("us",),
    needs=("adjustable", "roles", "userinfo"),
    covers=("customer:okta-thin-token", "oidf:oidcc-client-test-scope-userinfo-claims"),
)
