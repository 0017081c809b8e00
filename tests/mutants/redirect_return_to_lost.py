"""The page that was wanted is forgotten over the login."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address.after_login": lambda transaction: "/workspace",
    },
    killed_by=("login/deep_link",),
    seen_at=("https://github.com/openhab/openhab-cloud/pull/445",),
)
