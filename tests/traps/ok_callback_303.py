"""The callback answers with a page that goes on by itself."""

from html import escape
from typing import Any

from fastapi.responses import HTMLResponse

from harness.reference_rp import return_address
from harness.traps.trap import Trap

_go = return_address.go


def go(address: str) -> Any:
    """On to a page of the app by a page, to anybody else by a redirect."""
    if not address.startswith("/"):
        return _go(address)
    onward = f'<!doctype html><meta http-equiv="refresh" content="0;url={escape(address)}"><p>One moment.'
    return HTMLResponse(onward)


TRAP = Trap(
    allowed_by="RFC 9700, 4.12 (any way that drops the answer's address)",
    replaces={"return_address.go": go},
    near=("login/deep_link", "callback/back_button", "session/no_cookie_left", "browser/nothing_in_the_referer"),
)
