"""A verified address opens the account that has it, in whatever organisation."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts
from harness.reference_rp.accounts import Account, Accounts
from harness.reference_rp.adapters import Identity
from harness.reference_rp.configuration import Connection, Organisation

_sign_in = accounts.sign_in


def sign_in(held: Accounts, organisation: Organisation, connection: Connection, identity: Identity) -> Account:
    everybody = [account for account in held._by_key.values() if accounts.same_address(account.email, identity.email)]
    return everybody[0] if everybody and identity.email_trusted else _sign_in(held, organisation, connection, identity)


MUTANT = Mutant(
    replaces={"accounts.sign_in": sign_in},
    idp="entra",
    killed_by=("account/address_of_another_customer",),
    seen_at=("https://github.com/LanternOps/breeze/pull/1671",),
)
