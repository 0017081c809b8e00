"""An extension that the token calls critical is ignored, by us and by the library."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_crit": lambda header, check="": None,
        "checks._Registry.check_header": lambda self, header: None,
    },
    killed_by=("id_token/critical_extension",),
)
