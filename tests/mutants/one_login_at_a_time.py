"""A browser that has a login under way cannot begin another one."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.transactions import Transactions


def make_room(transactions: Transactions, browser: str, now: float) -> None:
    if any(not each.used for each in transactions.of_browser(browser, now)):
        raise Refusal("state", "a login is under way already")


MUTANT = Mutant(
    replaces={"transactions.make_room": make_room},
    idp="entra",
    killed_by=(
        "entra/not_assigned_then_colleague",
        "entra/account_of_another_tenant",
        "entra/access_blocked",
        "entra/consent_is_the_admins",
    ),
    also_red=(
        "login/two_tabs",
        "login/second_begun_meanwhile",
        "entra/two_tabs_finish_the_first",
        "request/fresh_every_time",
    ),
)
