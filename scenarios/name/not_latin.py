"""A name in any script is a name.

Put into a header or a cookie as it is, it breaks the login of everybody who is not called Smith.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.administrator.changes(
        "alice", name="Alice Łukasz Škoda 東京 🦊", given_name="Alice", family_name="Łukasz Škoda 東京 🦊"
    )
    alice.signs_in()
    alice.must("東京 🦊" in str(alice.account().get("name")), "the name was changed on its way")


SCENARIO = Scenario(
    spec="OIDC Core 1.0, 5.1 (name); RFC 9110, 5.5",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("accounts",),
)
