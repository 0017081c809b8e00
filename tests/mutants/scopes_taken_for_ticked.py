"""Name and address are read as if every admin had ticked the scopes that bring them."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import Identity, jumpcloud
from harness.reference_rp.claims import Claims
from harness.reference_rp.configuration import Connection


def identity(claims: Claims, connection: Connection) -> Identity:
    name = f"{claims['given_name']} {claims['family_name']}"
    return replace(jumpcloud.identity(claims, connection), name=name, email=claims["email"].lower())


MUTANT = Mutant(
    replaces={"adapters.jumpcloud.ADAPTER": replace(jumpcloud.ADAPTER, identity=identity)},
    idp="jumpcloud",
    killed_by=("jumpcloud/name_not_told", "jumpcloud/address_not_told"),
    also_red=("account/without_address", "account/two_without_address"),
)
