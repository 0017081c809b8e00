"""An answer without "state" belongs to whatever login this browser began last."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    begun = transactions.of_browser(browser, now) if browser and "state" not in found else []
    return begun[-1] if begun else _state(found, transactions, browser, now)


MUTANT = Mutant(
    replaces={"checks.state": state},
    killed_by=("callback/without_state",),
    seen_at=("https://github.com/pennersr/django-allauth/blob/main/ChangeLog.rst",),
)
