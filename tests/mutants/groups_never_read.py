"""Nobody looks at groups."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"accounts.mapped_roles": lambda group_roles, groups: set()},
    killed_by=("groups/give_a_role",),
)
