"""State is only a name to find the login by: nonce and PKCE of this browser's own login keep strangers out."""

from collections.abc import Mapping

from harness.reference_rp.refusal import Refusal
from harness.reference_rp.transactions import Transaction, Transactions
from harness.traps.trap import Trap


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:
    """The login of this browser that the answer names, or else its newest one."""
    own = transactions.of_browser(browser, now) if browser else []
    named = [each for each in own if each.state == found.get("state")]
    open_ones = [each for each in own if not each.used]
    if not (named or open_ones):
        raise Refusal("state", "no login of this browser is under way")
    return (named or open_ones)[-1]


TRAP = Trap(
    allowed_by="RFC 9700, 2.1 (PKCE or nonce carry the protection)",
    replaces={"checks.state": state},
    takes=("state_is_a_name",),
    lacks=("check_codes",),
    near=(
        "callback/wrong_state",
        "callback/without_state",
        "callback/state_of_another_browser",
        "callback/strangers_own_login",
        "callback/forged_by_a_stranger",
        "callback/replayed",
    ),
)
