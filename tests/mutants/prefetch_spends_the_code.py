"""What a browser fetches on a guess is taken for a visit."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "sign_in.is_prefetch": lambda request: False,
    },
    killed_by=("callback/prefetched",),
)
