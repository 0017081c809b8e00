"""When userinfo cannot be had, the person is signed in with what the ID token says."""

from typing import Any

from harness.reference_rp import userinfo
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap

_fetch = userinfo.fetch


async def fetch(*given: Any) -> dict[str, Any]:
    """What userinfo says, or nothing."""
    try:
        return await _fetch(*given)
    except Refusal:
        return {}


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 5.3 (userinfo completes a login that has ended already)",
    replaces={"userinfo.fetch": fetch},
    takes=("goes_on_without_userinfo",),
    near=("userinfo/unavailable", "userinfo/of_another", "userinfo/signed_by_a_stranger"),
)
