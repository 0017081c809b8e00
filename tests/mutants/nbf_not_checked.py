"""From when on a token is valid does not matter."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_nbf": lambda claims, now: None,
    },
    killed_by=("id_token/not_yet_valid",),
)
