"""A role goes when its group goes.

Rights that are only ever added outlive every change of job.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.signs_in()
    alice.must("admin" in alice.roles(), "the group did not give its role to begin with")
    alice.administrator.puts_in_groups("alice", "Everyone")
    alice.signs_out()
    alice.drops_cookies()
    alice.signs_in()
    alice.must("admin" not in alice.roles(), "the role outlived its group")


SCENARIO = Scenario(
    spec="OWASP ASVS 4.0, 4.1; the product's promise",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("entra", "okta", "jumpcloud"),
    needs=("adjustable", "roles"),
)
