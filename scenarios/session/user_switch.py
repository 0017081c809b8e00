"""A second person who signs in inherits nothing of the first.

Roles and data merged into the old session give a guest the rights of an administrator.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_groups("bob", "Everyone", "Pelanor Admins")
    alice.administrator.puts_in_groups("alice", "Everyone")
    alice.signs_in(person="bob")
    alice.must("admin" in alice.roles(), "bob is no administrator to begin with")
    alice.forgets_the_issuer()
    alice.signs_in()
    alice.must("admin" not in alice.roles(), "alice has the first person's rights")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 3.2.1",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "roles"),
)
