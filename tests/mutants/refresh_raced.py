"""Two requests of one session spend its refresh token at once."""

import anyio

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "refresh.lock": lambda visitor: anyio.Lock(),
    },
    idp="jumpcloud",
    killed_by=("refresh/in_parallel",),
)
