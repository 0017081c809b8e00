"""Any address the issuer sends takes over its invitation, verified or not."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.address_is_proven": lambda identity, organisation: bool(identity.email),
    },
    killed_by=("account/unverified_address",),
    seen_at=(
        "https://github.com/pocketbase/pocketbase/security/advisories/GHSA-m93w-4fxv-r35v",
        "https://github.com/nhost/nhost/security/advisories/GHSA-6g38-8j4p-j3pr",
        "https://github.com/litmuschaos/litmus/issues/5605",
    ),
)
