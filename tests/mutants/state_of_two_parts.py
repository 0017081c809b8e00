"""The state holds the way back behind a "&", and is taken apart there when it returns."""

import secrets
from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    if found.get("state"):
        _random, _way_back = found["state"].split("&")
    return _state(found, transactions, browser, now)


MUTANT = Mutant(
    replaces={
        "authorization.new_state": lambda: f"{secrets.token_urlsafe(24)}&/workspace",
        "checks.state": state,
    },
    idp="entra",
    killed_by=("entra/cancelled_with_decoded_state",),
    also_red=("callback/wrong_state", "callback/forged_by_a_stranger", "request/complete"),
)
