"""Where the scope "groups" was asked for, the claim is read without asking whether it came."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    found = okta.identity(claims, connection)
    if "groups" in (connection.scopes or ()):
        found = replace(found, groups=read.texts(claims[connection.group_claim]))
    return found


MUTANT = Mutant(
    replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)},
    killed_by=("okta/groups_absent", "okta/groups_left_out"),
)
