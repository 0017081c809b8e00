"""An answer that was taken already is taken once more."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "transactions.Transaction.used": property(lambda self: False, lambda self, value: None),
    },
    killed_by=("callback/reloaded",),
    also_red=("callback/replayed",),
)
