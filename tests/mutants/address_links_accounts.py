"""Whoever brings the address of an account that is there already is given that account."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts
from harness.reference_rp.accounts import Account, Accounts
from harness.reference_rp.adapters import Identity
from harness.reference_rp.configuration import Connection, Organisation

_sign_in = accounts.sign_in


def sign_in(kept: Accounts, organisation: Organisation, connection: Connection, identity: Identity) -> Account:
    same = [each for each in kept.of(organisation.organization_id) if identity.email and each.email == identity.email]
    return same[0] if same else _sign_in(kept, organisation, connection, identity)


MUTANT = Mutant(
    replaces={"accounts.sign_in": sign_in},
    killed_by=("okta/address_of_two_people",),
    also_red=("account/colleague_with_my_address", "account/address_of_another_customer"),
)
