"""The token's issuer is not looked at."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_iss": lambda claims, connection: None,
    },
    killed_by=(
        "id_token/wrong_issuer",
        "id_token/without_issuer",
        "id_token/issuer_look_alike",
        "okta/custom_domain_with_the_orgs_issuer",
    ),
    also_red=("id_token/issuer_slash",),
    seen_at=("https://github.com/clerk/clerk-sdk-csharp/pull/90",),
)
