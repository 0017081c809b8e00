"""A group at the IdP gives a role in the app.

The customer's administrators decide who may do what.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.signs_in()
    alice.must("admin" in alice.roles(), "the group did not give its role")


SCENARIO = Scenario(
    spec="The product's guide; OWASP ASVS 4.0, 4.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "roles"),
)
