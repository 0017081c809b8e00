"""Pages may be stored, and have to be asked for again before they are shown."""

from harness.reference_rp import headers
from harness.traps.trap import Trap

_control = headers.cache_control

TRAP = Trap(
    allowed_by="RFC 9111, 5.2.2.4 (no-cache: nothing stored is used before the app said that it still holds)",
    replaces={
        "headers.cache_control": lambda path: "private, no-cache" if _control(path) == "no-store" else _control(path)
    },
    near=("session/kept_by_the_browser", "session/stays_signed_out", "request/fresh_every_time"),
)
