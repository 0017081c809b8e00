"""An absolute return address at the app's own origin is followed."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="RFC 9700, 4.11.1 (it is no other site)",
    near=("return_address/own_origin", "return_address/absolute"),
    same="the reference follows its own origin, too",
)
