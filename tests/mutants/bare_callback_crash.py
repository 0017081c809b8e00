"""An answer without "state" is an exception nobody catches."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    return _state({**found, "state": found["state"]}, transactions, browser, now)


MUTANT = Mutant(
    replaces={"checks.state": state},
    killed_by=(
        "callback/bare",
        "callback/without_state",
        "okta/state_left_out",
    ),
)
