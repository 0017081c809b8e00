"""The first key of the key set has to fit, whatever its "kid"."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_kid": lambda header, keys, check="": list(keys[:1]),
    },
    idp="entra",
    killed_by=("login/happy",),
)
