"""A person whom the issuer no longer vouches for stays signed in."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "refresh.after": lambda party, visitor, refusal: visitor,
    },
    killed_by=("refresh/withdrawn",),
    also_red=("refresh/about_another_person", "refresh/of_another_issuer"),
)
