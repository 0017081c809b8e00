"""The answer belongs to whatever login this browser began last; "state" is not looked at."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.transactions import Transaction, Transactions

_state = checks.state


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    begun = transactions.of_browser(browser, now) if browser else []
    return begun[-1] if begun else _state(found, transactions, browser, now)


MUTANT = Mutant(
    replaces={"checks.state": state},
    killed_by=("callback/wrong_state", "callback/without_state"),
    also_red=("callback/strangers_own_login",),
    seen_at=(
        "https://github.com/golang/vulndb/issues/4168",
        "https://github.com/python-social-auth/social-core/blob/master/CHANGELOG.md",
        "https://github.com/better-auth/better-auth/pull/8949",
        "https://nvd.nist.gov/vuln/detail/CVE-2012-6134",
        "https://github.com/wavelens/gradient/issues/38",
    ),
)
