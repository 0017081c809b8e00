"""Roles are given when the account is made, and never taken back."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts

_roles = accounts.roles

MUTANT = Mutant(
    replaces={
        "accounts.roles": lambda organisation, identity, member, before: (
            set(before) or _roles(organisation, identity, member, before)
        ),
    },
    killed_by=("groups/taken_away",),
    seen_at=("https://github.com/pomerium/pomerium/security/advisories/GHSA-j6wp-3859-vxfg",),
)
