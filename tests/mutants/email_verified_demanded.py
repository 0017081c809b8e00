"""Whoever comes without "email_verified" is turned away."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts
from harness.reference_rp.refusal import Refusal

_sign_in = accounts.sign_in


def sign_in(known: Any, organisation: Any, connection: Any, identity: Any) -> Any:
    if not identity.email_trusted:
        raise Refusal("account.not_invited", "the address is not verified")
    return _sign_in(known, organisation, connection, identity)


MUTANT = Mutant(
    replaces={"accounts.sign_in": sign_in},
    idp="entra",
    killed_by=("entra/address_never_verified", "login/happy"),
    seen_at=("https://github.com/Dokploy/dokploy/pull/5380",),
)
