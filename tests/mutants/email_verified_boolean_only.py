"""An address counts as confirmed by a boolean alone."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"claims.truth": lambda claims, name: claims.get(name) is True},
    idp="jumpcloud",
    killed_by=("jumpcloud/email_verified_as_text",),
)
