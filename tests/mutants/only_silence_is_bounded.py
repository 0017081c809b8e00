"""There is a bound between two bytes of an answer, and none for the whole of it."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"wire.whole_exchange": lambda timeouts: float("inf")},
    killed_by=("token_endpoint/dripping",),
)
