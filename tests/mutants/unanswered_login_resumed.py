"""Whoever begins a login while another one is under way is shown the page that waits for its answer."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies, pages, sign_in, visit

_leave = sign_in.leave


async def leave(request: Any, organisation: Any, connection: Any, *given: Any) -> Any:
    party, region = visit.party(request), visit.region(request)
    browser = cookies.read(request, cookies.login_kind(connection.response_mode), region)
    if any(not each.used for each in party.transactions.of_browser(browser, party.clock())):
        return pages.page(request, "organisation.html", typed=organisation.name, return_to="")
    return await _leave(request, organisation, connection, *given)


MUTANT = Mutant(
    replaces={"sign_in.leave": leave},
    idp="jumpcloud",
    killed_by=(
        "jumpcloud/person_suspended",
        "jumpcloud/password_expired",
        "jumpcloud/not_in_a_bound_group",
        "jumpcloud/app_not_activated",
    ),
)
