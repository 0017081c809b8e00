"""An account is looked for before the issuer is asked and made afterwards, where a second one breaks the table's rule."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback
from harness.reference_rp.accounts import Accounts

_exchange, _add = callback.exchange, Accounts.add
_known: dict[int, int] = {}


async def exchange(party: Any, request: Any, *given: Any) -> Any:
    seen = len(party.accounts.of(given[1].organization_id))
    answer = await _exchange(party, request, *given)
    _known[id(party.accounts)] = seen
    return answer


def add(held: Accounts, account: Any) -> None:
    if _known.get(id(held)) == 0 and held.by_id(account.id):
        raise ValueError("duplicate key value violates unique constraint")
    _add(held, account)


MUTANT = Mutant(
    replaces={"callback.exchange": exchange, "accounts.Accounts.add": add},
    killed_by=("login/first_time_at_once",),
)
