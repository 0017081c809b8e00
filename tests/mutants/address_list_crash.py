"""An address that is no text is an exception nobody catches."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), email=claims.get("email", "").strip())


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("account/address_is_a_list",),
    seen_at=("https://github.com/python-social-auth/social-core/blob/master/CHANGELOG.md",),
)
