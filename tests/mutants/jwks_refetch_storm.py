"""Every unknown key makes the app fetch the key set."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "discovery.may_refetch": lambda place, now: True,
    },
    killed_by=("keys/storm",),
    seen_at=(
        "https://github.com/cleanenergyexchange/fastapi-zitadel-auth/pull/156",
        "https://github.com/coreos/go-oidc/pull/482",
    ),
)
