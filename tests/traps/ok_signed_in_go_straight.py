"""Whoever opens the sign-in page and is signed in already goes straight on, where that is a page of the app's own."""

from typing import Any

from harness.reference_rp import pages, return_address
from harness.traps.trap import Trap

_page = pages.page


def page(request: Any, template: str, status: int = 200, **values: Any) -> Any:
    """On to the address that was found safe."""
    if template == "sign_in.html" and values["visitor"] and request.query_params.get("return_to"):
        return return_address.go(values["return_to"])
    return _page(request, template, status, **values)


TRAP = Trap(
    allowed_by="RFC 9700, 4.11.1 (a redirect to a page of its own is none to a stranger's)",
    replaces={"pages.page": page},
    near=("return_address/signed_in_already", "session/user_switch", "login/deep_link", "session/stays_signed_out"),
)
