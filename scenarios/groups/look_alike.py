"""A group whose name only looks like another's does not give its role.

Whoever may make a group names it in letters of double width; an app that folds names before it compares them gives the role away.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

WIDE = "".join(chr(ord(each) + 0xFEE0) if each != " " else chr(0x3000) for each in "Pelanor Admins")
"""Letters of double width, which compatibility folding (NFKC) makes plain ones."""


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.administrator.puts_in_groups("alice", "Everyone", WIDE)
    alice.signs_in()
    alice.must("admin" not in alice.roles(), "a look-alike of the group gave the group's role")


SCENARIO = Scenario(
    spec="Unicode Technical Report 36, 2; RFC 8264, 4.2 (no compatibility mapping in identifiers)",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("okta", "jumpcloud"),
    needs=("adjustable", "roles"),
)
