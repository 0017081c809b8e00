"""A confirmation counts for the address it came with, and for no other.

An app that pairs the ID token's "email_verified" with userinfo's address lets people take over invitations of others.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.support.invites(alice.login_name("bob"), role="admin")
    alice.signs_in()
    alice.must("admin" not in alice.roles(), "an unconfirmed address took over somebody's invitation")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1; https://github.com/keycloak/keycloak/issues/50618",
    expected=SignedIn("alice"),
    fault="userinfo_with_another_address",
    steps=_steps,
    idps=("jumpcloud",),
    regions=("us",),
    needs=("adjustable", "roles", "userinfo"),
)
