"""An address counts as confirmed by the text "true" alone, which is what JumpCloud's documentation shows."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"claims.truth": lambda claims, name: claims[name] == "true" if name in claims else None},
    idp="jumpcloud",
    killed_by=("jumpcloud/email_verified_as_boolean",),
)
