"""An invitation goes to everybody who comes with its address."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts
from harness.reference_rp.accounts import Account, Accounts
from harness.reference_rp.adapters import Identity
from harness.reference_rp.configuration import Member, Organisation


def membership(held: Accounts, organisation: Organisation, account: Account, identity: Identity) -> Member | None:
    proven = accounts.address_is_proven(identity, organisation)
    return accounts.listed(organisation, identity.email) if proven else None


MUTANT = Mutant(replaces={"accounts.membership": membership}, killed_by=("account/invitation_taken_once",))
