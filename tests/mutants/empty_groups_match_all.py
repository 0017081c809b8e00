"""No groups is taken for no restriction: whoever is in none has every role of the table."""

from collections.abc import Iterable, Mapping

from harness.mutation.mutant import Mutant


def mapped_roles(group_roles: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    held = set(groups)
    return {role for group, role in group_roles.items() if not held or group in held}


MUTANT = Mutant(
    replaces={"accounts.mapped_roles": mapped_roles},
    idp="jumpcloud",
    killed_by=("jumpcloud/group_claim_absent",),
    also_red=("groups/taken_away", "groups/null"),
)
