"""A person without a name is an exception nobody catches."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, okta
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(okta.identity(claims, connection), name=claims.get("name", "").strip())


MUTANT = Mutant(replaces={"adapters.okta.ADAPTER": replace(okta.ADAPTER, identity=identity)}, killed_by=("name/null",))
