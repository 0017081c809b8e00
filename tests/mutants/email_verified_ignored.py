"""Any address the issuer sends takes over its invitation, verified or not."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.address_is_proven": lambda identity, organisation: bool(identity.email),
    },
    killed_by=("account/unverified_address",),
)
