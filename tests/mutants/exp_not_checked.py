"""A token is good for ever."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_exp": lambda claims, now: None,
    },
    killed_by=("id_token/expired", "id_token/without_expiry"),
    seen_at=("https://github.com/kitokoh/leopardo-hr/issues/8053",),
)
