"""An unsafe return address leads to the front page."""

from harness.reference_rp import return_address
from harness.traps.trap import Trap

_safe = return_address.safe


def safe(address: str, origin: str) -> str:
    """The address, or the front page."""
    found = _safe(address, origin)
    return "/" if found == return_address.HOME and address != return_address.HOME else found


TRAP = Trap(
    allowed_by="RFC 9700, 4.11.1 (anywhere that is safe)",
    replaces={"return_address.safe": safe},
    near=("login/unsafe_return_address", "return_address/backslash", "return_address/absolute", "login/deep_link"),
)
