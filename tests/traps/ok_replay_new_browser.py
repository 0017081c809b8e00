"""A stray answer, in a browser that has no login under way, begins a fresh one instead of showing an error."""

from typing import Any

from harness.reference_rp import callback, pages, return_address, visit
from harness.reference_rp import sign_in as room
from harness.traps.trap import Trap

_refused = room.refused


def refused(request: Any, refusal: Any, organization_id: str, idp: str) -> Any:
    """A fresh start for a stray answer; everything else ends on a page."""
    party, region = visit.party(request), visit.region(request)
    browser = callback.any_browser(request, region)
    waiting = [each for each in party.transactions.of_browser(browser, party.clock()) if not each.used]
    stray = refusal.check in {"state", "state.browser"} and not refusal.idp_error
    if stray and organization_id and not (browser and waiting):
        pages.log(refusal, organisation=organization_id, idp=idp)
        return return_address.go(f"/api/auth/initiate/{idp}-{organization_id}")
    return _refused(request, refusal, organization_id, idp)


TRAP = Trap(
    allowed_by="RFC 9700, 4.7.1 (the answer is not used; what comes next is the app's choice)",
    replaces={"sign_in.refused": refused},
    lacks=("check_codes",),
    near=(
        "callback/state_of_another_browser",
        "callback/strangers_own_login",
        "callback/forged_by_a_stranger",
        "callback/bare",
        "callback/replayed",
        "callback/wrong_state",
    ),
)
