"""A second tab, whose login began before the first one's ended, is told that the person is signed in already."""

from typing import Any

from harness.reference_rp import callback, return_address, visit
from harness.traps.trap import Trap

_finish = callback.finish


async def finish(party: Any, request: Any, region: Any) -> Any:
    """Finish, unless somebody signed in here meanwhile."""
    session = visit.session(party, request, region)
    begun = party.transactions.find((await callback.answer(request)).get("state", ""), party.clock())
    if session and begun and begun.browser == callback.this_browser(request, begun, region):
        signed_in_at = session.expires_at - party.configuration.session_seconds
        if begun.created_at < signed_in_at and not begun.used:
            return return_address.go(return_address.HOME)
    return await _finish(party, request, region)


TRAP = Trap(
    allowed_by="nothing forbids it: the person is where they want to be",
    replaces={"callback.finish": finish},
    near=("session/user_switch", "customer/two-tabs-back-prefetch", "callback/strangers_own_login"),
)
