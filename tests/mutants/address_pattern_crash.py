"""An address has to fit a pattern of letters, digits and dots."""

import re
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts

_renew = accounts.renew


def renew(account: Any, organisation: Any, identity: Any, member: Any) -> None:
    if identity.email and not re.fullmatch(r"[\w.-]+@[\w.-]+", identity.email):
        raise ValueError("this is no address")
    _renew(account, organisation, identity, member)


MUTANT = Mutant(replaces={"accounts.renew": renew}, killed_by=("account/address_with_signs",))
