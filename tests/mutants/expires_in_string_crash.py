"""The lifetime is taken for a number that is always there."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "token_endpoint.lifetime": lambda found: 0 + found["expires_in"],
    },
    killed_by=(
        "token_endpoint/expires_in_as_text",
        "token_endpoint/expires_in_null",
        "token_endpoint/without_expires_in",
    ),
    seen_at=(
        "https://github.com/golang/oauth2/blob/master/internal/token.go",
        "https://github.com/nextcloud/user_oidc/pull/1025",
    ),
)
