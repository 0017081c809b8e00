"""What comes back as "state" is parsed as the JSON that was once sent out in it."""

import json
from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    if transactions.find(found.get("state", ""), now) is None:
        json.loads(found.get("state", ""))["return_to"]
    return _state(found, transactions, browser, now)


MUTANT = Mutant(
    replaces={"checks.state": state},
    idp="jumpcloud",
    killed_by=("jumpcloud/sign_in_page_left_open", "jumpcloud/state_left_out", "jumpcloud/state_too_short"),
    also_red=("callback/bare", "callback/without_state", "callback/wrong_state"),
)
