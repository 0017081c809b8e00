"""The return address is taken as it comes."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: address or "/workspace",
    },
    killed_by=(
        "return_address/absolute",
        "login/unsafe_return_address",
        "initiate/unsafe_target",
    ),
)
