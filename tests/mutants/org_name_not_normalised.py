"""The organisation's name must be typed exactly."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "organisations.normalised": lambda typed: typed,
    },
    killed_by=("organisation/spelled_freely",),
)
