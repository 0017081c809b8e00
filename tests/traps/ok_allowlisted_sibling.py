"""A return address at a listed host of the same company is followed."""

from harness.reference_rp import return_address
from harness.traps.trap import Trap

_safe = return_address.safe


def safe(address: str, origin: str) -> str:
    """The address, where it is at home or at the documentation."""
    listed = address.startswith("https://docs.pelanor.io/")
    return address if listed and "\\" not in address and address.isprintable() else _safe(address, origin)


TRAP = Trap(
    allowed_by="RFC 9700, 4.11.1 (a list of one's own)",
    replaces={"return_address.safe": safe},
    near=("return_address/absolute", "return_address/control_characters", "login/unsafe_return_address"),
)
