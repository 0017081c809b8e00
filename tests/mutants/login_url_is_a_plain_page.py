"""The Login URL that a portal's tile opens is the page that asks for the organisation, and begins nothing."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"initiate.named": lambda party, slug, given: None},
    idp="jumpcloud",
    killed_by=("jumpcloud/portal_tile",),
    also_red=("initiate/by_the_issuer", "initiate/unsafe_target", "initiate/from_a_strangers_site"),
)
