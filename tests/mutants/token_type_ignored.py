"""A token of any type is used."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.token_type": lambda token: None,
    },
    killed_by=("token_endpoint/token_type_unknown",),
)
