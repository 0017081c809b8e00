"""The group is a string, as at the first JumpCloud customer; a list of them is passed over."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"claims.texts": lambda value: (value,) if isinstance(value, str) and value else ()},
    idp="jumpcloud",
    killed_by=("jumpcloud/groups_as_a_list", "customer/jumpcloud-one-group"),
)
