"""A connection that nobody has confirmed yet is used."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.connection_active": lambda connection: None,
    },
    killed_by=("organisation/hidden",),
)
