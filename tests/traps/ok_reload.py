"""A callback that is opened again shows a kind page with a link."""

from typing import Any

from fastapi.responses import HTMLResponse

from harness.reference_rp import visit
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap


def again(party: Any, request: Any, region: Any) -> Any:
    """A page for those who are still signed in."""
    if visit.session(party, request, region):
        return HTMLResponse('<!doctype html><title>Signed in</title><p>You are in. <a href="/workspace">Go on</a>')
    raise Refusal("state", "this answer has been used already")


TRAP = Trap(
    allowed_by="RFC 6749, 4.1.2 says what happens to the code, nothing says what the person sees",
    replaces={"callback.again": again},
    near=("callback/reloaded", "callback/back_button", "callback/replayed", "customer/two-tabs-back-prefetch"),
)
