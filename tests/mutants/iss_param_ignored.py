"""The answer's "iss" is not looked at."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.iss_param": lambda found, transaction: None,
    },
    killed_by=("callback/other_iss_parameter", "callback/promised_iss_missing"),
)
