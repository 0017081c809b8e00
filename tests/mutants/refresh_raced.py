"""Two requests of one session spend its refresh token at once."""

import anyio

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "refresh.lock": lambda visitor: anyio.Lock(),
    },
    killed_by=("okta/refresh_in_parallel",),
)
