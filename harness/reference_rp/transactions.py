"""Logins under way: what was asked of which issuer, for which organisation, by which browser.

Everything is held here; the browser carries only an opaque state and the cookie that binds it. Several logins per
browser may run at once (two tabs), the oldest making room; all of them expire.
"""

from collections import OrderedDict
from dataclasses import dataclass

LIFETIME = 15 * 60.0  # seconds a person may take at the identity provider
PER_BROWSER = 5
TOTAL = 10_000


@dataclass(slots=True)
class Transaction:
    """One authorization request and all that its answer must match (RFC 9700, 4.4.2).

    Attributes:
        browser: the value of the cookie that was set when this login began.
        issuer: of the connection asked, kept to compare "iss" with (RFC 9207).
        created_at: seconds since the epoch.
        used: an answer has been taken; there is no second one (RFC 9700, 4.2.4).
    """

    state: str
    browser: str
    region: str
    organization_id: str
    idp: str
    issuer: str
    client_id: str
    redirect_uri: str
    nonce: str
    verifier: str
    return_to: str
    promises_iss: bool
    response_mode: str | None
    created_at: float
    used: bool = False


class Transactions:
    """All logins under way, found by state."""

    def __init__(self) -> None:
        self._by_state: OrderedDict[str, Transaction] = OrderedDict()

    def add(self, transaction: Transaction, now: float) -> None:
        """Keep `transaction`; expired ones go, and the oldest make room."""
        while self._by_state:
            oldest = next(iter(self._by_state.values()))
            if now - oldest.created_at <= LIFETIME and len(self._by_state) < TOTAL:
                break
            self._by_state.popitem(last=False)
        make_room(self, transaction.browser, now)
        self._by_state[transaction.state] = transaction

    def find(self, state: str, now: float) -> Transaction | None:
        """The transaction of `state`, unless it has expired."""
        transaction = self._by_state.get(state)
        return transaction if transaction and now - transaction.created_at <= LIFETIME else None

    def of_browser(self, browser: str, now: float) -> list[Transaction]:
        """The living transactions of one browser, oldest first."""
        return [
            each for each in self._by_state.values() if each.browser == browser and now - each.created_at <= LIFETIME
        ]

    def drop(self, transaction: Transaction) -> None:
        """Forget `transaction`."""
        self._by_state.pop(transaction.state, None)

    def clear(self) -> None:
        """Forget all."""
        self._by_state.clear()


def make_room(transactions: Transactions, browser: str, now: float) -> None:
    """Drop the oldest transactions of `browser` until one more fits under `PER_BROWSER`."""
    held = transactions.of_browser(browser, now)
    for transaction in held[: max(0, len(held) - PER_BROWSER + 1)]:
        transactions.drop(transaction)
