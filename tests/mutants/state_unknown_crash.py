"""A login that nobody remembers, because it is too old or was never begun, is an exception nobody catches."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp.transactions import Transaction, Transactions


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    transaction = transactions.find(found.get("state", ""), now)
    assert transaction, "the login is there"
    return transaction


MUTANT = Mutant(
    replaces={"checks.state": state},
    idp="entra",
    killed_by=(
        "callback/forged_by_a_stranger",
        "callback/page_left_open",
        "entra/code_grew_old",
        "entra/page_left_open_overnight",
        "entra/state_altered_elsewhere",
    ),
    also_red=("callback/bare", "callback/without_state", "callback/wrong_state", "callback/admin_consent_return"),
)
