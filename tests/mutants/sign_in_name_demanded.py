"""The name shown is "preferred_username", which tokens of version 1 do not have."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(entra.identity(claims, connection), name=claims["preferred_username"])


MUTANT = Mutant(
    replaces={"adapters.entra.ADAPTER": replace(entra.ADAPTER, identity=identity)},
    idp="entra",
    killed_by=("entra/version_1",),
)
