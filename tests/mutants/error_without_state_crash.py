"""An error is looked up by its "state" before anybody asks whether it brought one."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    if "error" in found:
        return _state({**found, "state": found["state"]}, transactions, browser, now)
    return _state(found, transactions, browser, now)


MUTANT = Mutant(replaces={"checks.state": state}, idp="generic", killed_by=("login/cancelled_without_state",))
