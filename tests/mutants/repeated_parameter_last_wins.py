"""Of a parameter that comes twice the last one counts."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(replaces={"checks.parameters": dict}, killed_by=("callback/repeated_parameter",))
