"""A login may be finished days after it was begun."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "transactions.LIFETIME": float("inf"),
    },
    killed_by=("callback/page_left_open",),
)
