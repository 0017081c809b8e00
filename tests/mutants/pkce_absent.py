"""No code challenge is sent."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "authorization.new_verifier": lambda: "",
    },
    killed_by=("request/complete",),
    seen_at=("https://github.com/int128/kubelogin/issues/440",),
)
