"""An extension that the token calls critical is ignored."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_crit": lambda header, check="": None,
    },
    killed_by=("id_token/critical_extension",),
)
