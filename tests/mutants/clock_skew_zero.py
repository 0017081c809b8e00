"""The issuer's clock must not be a second ahead."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.leeway": lambda: 0.0,
    },
    killed_by=("id_token/clock_ahead",),
    seen_at=(
        "https://github.com/auth0/nextjs-auth0/issues/18",
        "https://github.com/zamzterz/Flask-pyoidc/issues/147",
    ),
)
