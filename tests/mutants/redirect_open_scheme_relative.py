"""Of the return address only a slash at the beginning is asked."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: address if address.startswith("/") else "/workspace",
    },
    killed_by=("login/unsafe_return_address",),
)
