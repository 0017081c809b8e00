"""The nonce is the same for every login."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.new_nonce": lambda: "constant-nonce-for-every-login",
    },
    killed_by=("request/unlike_the_last",),
    also_red=("request/fresh_every_time",),
)
