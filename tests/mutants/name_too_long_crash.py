"""A name of more than a hundred characters does not fit into its column."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import accounts

_renew = accounts.renew


def renew(account: Any, organisation: Any, identity: Any, member: Any) -> None:
    if len(identity.name) > 100:
        raise ValueError("value too long for type character varying(100)")
    _renew(account, organisation, identity, member)


MUTANT = Mutant(replaces={"accounts.renew": renew}, killed_by=("name/long",))
