"""Metadata and keys are kept for a day."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Discovery 1.0, 4; OIDC Core 1.0, 10.1.1 (a new kid is the sign to fetch again)",
    replaces={"discovery.METADATA_SECONDS": 86400.0, "discovery.KEYS_SECONDS": 86400.0},
    near=("keys/rotated_between_logins", "keys/rotated_within_a_login", "discovery/heals", "keys/unavailable"),
)
