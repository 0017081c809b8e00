"""The token's audience is not looked at."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_aud": lambda claims, connection: None,
    },
    killed_by=("id_token/wrong_audience", "id_token/without_audience", "id_token/audience_look_alike"),
    also_red=("id_token/audience_with_stranger",),
)
