"""The state is the same for every login of everybody."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.new_state": lambda: "constant-state-for-every-login",
    },
    killed_by=("request/fresh_state",),
    also_red=("request/fresh_every_time",),
)
