"""Of the groups the first is taken, without asking whether there is one."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    given = claims.get(connection.group_claim)
    return replace(okta.identity(claims, connection), groups=() if given is None else (str(given[0]),))


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("groups/an_object", "okta/groups_empty"),
    also_red=("groups/a_number", "groups/mixed"),
)
