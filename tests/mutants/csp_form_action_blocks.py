"""Our own policy forbids the form's way on to the issuer."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "headers.content_security_policy": lambda path, region: (
            "default-src 'none'; style-src 'self'; form-action 'self'"
        ),
    },
    killed_by=(
        "login/happy",
        "customer/chrome-only",
    ),
    seen_at=("https://github.com/mastodon/mastodon/issues/28424",),
)
