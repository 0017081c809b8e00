"""A group brings the role of every group whose name begins like its own."""

from collections.abc import Iterable, Mapping

from harness.mutation.mutant import Mutant


def mapped_roles(group_roles: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    return {role for group in groups for name, role in group_roles.items() if name.startswith(group)}


MUTANT = Mutant(replaces={"accounts.mapped_roles": mapped_roles}, killed_by=("okta/groups_cut_off",))
