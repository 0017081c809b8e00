"""A person's tenant is the one that "idp" names, which for a guest is the home and not the host."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, entra
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    found = entra.identity(claims, connection)
    return replace(found, tenant=read.text(claims, "idp") or found.tenant)


MUTANT = Mutant(
    replaces={"adapters.entra.ADAPTER": replace(entra.ADAPTER, identity=identity)},
    idp="entra",
    killed_by=("entra/guest",),
)
