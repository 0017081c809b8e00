"""The code verifier is the same for every login."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.new_verifier": lambda: "constant-verifier-for-every-login-of-everybody",
    },
    killed_by=("request/unlike_the_last",),
    also_red=("request/fresh_every_time",),
)
