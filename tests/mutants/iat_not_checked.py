"""When a token was made does not matter."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_iat": lambda claims, now: None,
    },
    killed_by=("id_token/without_issue_time",),
)
