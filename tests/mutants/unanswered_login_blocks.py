"""A login that was never answered stays under way for ever, and nobody can begin another one in that browser."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.transactions import Transactions


def make_room(transactions: Transactions, browser: str, now: float) -> None:
    if any(not each.used for each in transactions.of_browser(browser, now)):
        raise Refusal("state", "a login is under way already")


MUTANT = Mutant(
    replaces={"transactions.make_room": make_room, "transactions.LIFETIME": float("inf")},
    killed_by=(
        "okta/person_suspended",
        "okta/person_denied_by_policy",
        "okta/sign_in_page_left_open",
        "okta/app_deactivated",
    ),
    also_red=("login/two_tabs", "login/second_begun_meanwhile", "callback/page_left_open"),
)
