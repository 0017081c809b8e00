"""Group names are compared after compatibility folding."""

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from harness.mutation.mutant import Mutant


def mapped_roles(group_roles: Mapping[str, str], groups: Iterable[str]) -> set[str]:
    folded = {normalize("NFKC", group) for group in groups}
    return {role for group, role in group_roles.items() if normalize("NFKC", group) in folded}


MUTANT = Mutant(replaces={"accounts.mapped_roles": mapped_roles}, killed_by=("groups/look_alike",))
