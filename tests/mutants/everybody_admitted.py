"""Where only invited people are admitted, everybody is."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.account_not_invited": lambda account, organisation: None,
    },
    killed_by=("account/not_invited", "account/unverified_address"),
)
