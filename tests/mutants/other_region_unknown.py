"""A customer of the other region signs in where they happen to be."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"sign_in.other_region": lambda party, region, organisation: None},
    killed_by=("organisation/of_the_other_region",),
)
