"""The lifetime is taken for a number that is always there."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "token_endpoint.lifetime": lambda found: 0 + found["expires_in"],
    },
    killed_by=(
        "token_endpoint/expires_in_as_text",
        "token_endpoint/expires_in_null",
        "token_endpoint/without_expires_in",
    ),
)
