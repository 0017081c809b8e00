"""The cookie that binds a login travels with every request, so that a posted answer finds it."""

from typing import Any

from harness.reference_rp import cookies
from harness.traps.trap import Trap

_attributes = cookies.attributes


def attributes(kind: str, region: Any) -> dict[str, Any]:
    """None and Secure for every login."""
    usual = _attributes(kind, region)
    return usual if kind == cookies.SESSION else {**usual, "samesite": "none"}


TRAP = Trap(
    allowed_by="Form Post Response Mode 1.0, 2; RFC 6265bis, 5.2",
    replaces={"cookies.attributes": attributes},
    near=("browser/cookie_flags", "callback/by_form_post", "callback/strangers_own_login", "callback/cookies_lost"),
)
