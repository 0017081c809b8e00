"""The browser keeps one PKCE verifier, that of the login it began last."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback

_exchange = callback.exchange


async def exchange(party: Any, request: Any, connection: Any, transaction: Any, code: str) -> Any:
    last = party.transactions.of_browser(transaction.browser, party.clock())[-1]
    transaction.verifier = last.verifier
    return await _exchange(party, request, connection, transaction, code)


MUTANT = Mutant(
    replaces={"callback.exchange": exchange},
    idp="entra",
    killed_by=("entra/two_tabs_finish_the_first",),
    also_red=("login/two_tabs", "login/second_begun_meanwhile", "customer/two-tabs-back-prefetch"),
)
