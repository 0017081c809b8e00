"""A person in one group has that group's role, and no group that is a letter of its name.

"People in two groups are fine; those in one have no rights", or too many.
JumpCloud sends one group as a bare string and several as a list. An app that wants a list drops the string; one that walks
over it takes each letter for a group.
"""

from harness.actor import Actor
from harness.outcome import SignedIn
from harness.scenario import Scenario

GROUP = "Pelanor Admins"


def _steps(alice: Actor) -> None:
    alice.gets_roles_from_groups()
    alice.support.changes_organisation(group_roles={GROUP: "admin"} | dict.fromkeys(set(GROUP), "owner"))
    for groups in ((GROUP,), ("Everyone", GROUP)):
        alice.administrator.puts_in_groups("alice", *groups)
        alice.signs_in()
        roles = alice.roles()
        alice.must("admin" in roles, f"in {len(groups)} of the groups she has {roles}")
        alice.must("owner" not in roles, "a letter of the group's name was taken for a group")
        if len(groups) == 1:
            alice.signs_out()


SCENARIO = Scenario(
    spec="JumpCloud, group attribute of one group",
    expected=SignedIn("alice"),
    steps=_steps,
    idps=("jumpcloud",),
    regions=("us",),
    needs=("adjustable", "roles"),
    covers=("customer:jumpcloud-one-group",),
)
