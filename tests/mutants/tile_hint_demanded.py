"""A login that the portal starts has to bring a login hint."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"initiate.hint": lambda given: given["login_hint"]},
    killed_by=("initiate/by_the_issuer", "okta/tile", "customer/okta-tile"),
    also_red=("initiate/unsafe_target", "callback/prefetched"),
)
