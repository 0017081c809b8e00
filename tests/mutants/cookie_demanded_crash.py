"""The cookie that binds a login is taken out of the request without asking whether it came."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region
from harness.reference_rp.transactions import Transaction


def this_browser(request: Request, transaction: Transaction, region: Region) -> str:
    return request.cookies[cookies.name(cookies.login_kind(transaction.response_mode), region)]


MUTANT = Mutant(
    replaces={
        "callback.this_browser": this_browser,
    },
    idp="entra",
    killed_by=("entra/form_post_loop",),
    also_red=("entra/state_cookie_lost", "callback/replayed_elsewhere", "callback/strangers_own_login"),
)
