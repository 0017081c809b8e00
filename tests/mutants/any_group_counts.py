"""Whoever is in any group has the roles of the table, whichever group it is."""

from collections.abc import Iterable, Mapping

from harness.mutation.mutant import Mutant


def mapped_roles(group_roles: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    return set(group_roles.values()) if any(True for _ in groups) else set()


MUTANT = Mutant(
    replaces={"accounts.mapped_roles": mapped_roles},
    idp="jumpcloud",
    killed_by=("jumpcloud/group_not_bound",),
)
