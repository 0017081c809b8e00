"""The back channel takes any certificate."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "wire.tls": lambda configuration: False,
    },
    killed_by=("discovery/impostor",),
)
