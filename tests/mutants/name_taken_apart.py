"""The name is taken apart at its blank, into a first and a last one."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, jumpcloud
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    found = jumpcloud.identity(claims, connection)
    if found.name:
        first, last = found.name.split(" ", 1)
        found = replace(found, name=f"{last}, {first}")
    return found


MUTANT = Mutant(
    replaces={"adapters.jumpcloud.ADAPTER": replace(jumpcloud.ADAPTER, identity=identity)},
    idp="jumpcloud",
    killed_by=("jumpcloud/claim_mapped_twice",),
    also_red=("name/not_latin", "name/markup"),
)
