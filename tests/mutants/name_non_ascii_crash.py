"""The name is written where only Latin letters fit."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts
from harness.reference_rp.accounts import Account
from harness.reference_rp.adapters import Identity
from harness.reference_rp.configuration import Member, Organisation

_renew = accounts.renew


def renew(account: Account, organisation: Organisation, identity: Identity, member: Member | None) -> None:
    identity.name.encode("latin-1")
    _renew(account, organisation, identity, member)


MUTANT = Mutant(
    replaces={"accounts.renew": renew},
    killed_by=("name/not_latin",),
    seen_at=(
        "https://github.com/kubesphere/console/issues/2189",
        "https://github.com/travisghansen/external-auth-server/issues/161",
    ),
)
