"""JumpCloud's groups are looked for where the guide has them, and not under the name that the admin typed."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp import claims as read
from harness.reference_rp.adapters import Identity, jumpcloud
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    return replace(jumpcloud.identity(claims, connection), groups=read.texts(claims.get("groups")))


MUTANT = Mutant(
    replaces={"adapters.jumpcloud.ADAPTER": replace(jumpcloud.ADAPTER, identity=identity)},
    idp="jumpcloud",
    killed_by=("jumpcloud/group_claim_under_another_name",),
)
