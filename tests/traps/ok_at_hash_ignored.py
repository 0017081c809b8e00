"""A wrong or absent at_hash changes nothing."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.8 (MAY)",
    near=("id_token/without_at_hash",),
    same="the reference never looks at at_hash",
)
