"""The state has so few characters that it can be guessed."""

import secrets

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.new_state": lambda: secrets.token_urlsafe(6),
    },
    killed_by=("request/complete",),
)
