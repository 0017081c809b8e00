"""Groups are iterated without asking of what type they are."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), groups=tuple(claims.get(connection.group_claim, ())))


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("groups/null", "groups/a_number", "groups/mixed"),
)
