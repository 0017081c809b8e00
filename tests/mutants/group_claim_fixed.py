"""Groups are looked for in the claim "groups", whatever the customer calls it."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), groups=read.texts(claims.get("groups")))


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("okta/groups_under_another_name",),
)
