"""Of a parameter that comes twice the first one counts."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.parameters": lambda given: dict(reversed(given)),
    },
    killed_by=("callback/repeated_parameter",),
)
