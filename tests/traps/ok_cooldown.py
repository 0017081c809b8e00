"""Within half a minute of the last fetch no unknown key leads to another."""

from harness.reference_rp.discovery import Kept
from harness.traps.trap import Trap


def may_refetch(place: Kept, now: float) -> bool:
    """Whether the last fetch is long enough ago."""
    return not 0 <= now - place.keys_at < 30


TRAP = Trap(
    allowed_by="RFC 6819, 4.4.1.12 (made-up keys must not become a storm)",
    replaces={"discovery.may_refetch": may_refetch},
    near=(
        "keys/rotated_between_logins",
        "keys/rotated_within_a_login",
        "keys/storm",
        "customer/key-rotation-or-idp-blip",
        "okta/key_announced_and_used",
    ),
)
