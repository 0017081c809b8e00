"""Keys of other kinds than RSA are passed over."""

from typing import Any

from harness.reference_rp import discovery
from harness.traps.trap import Trap

_key = discovery.signing_key


def key(item: Any, connection: Any) -> Any:
    """An RSA key, or nothing."""
    return _key(item, connection) if isinstance(item, dict) and item.get("kty") == "RSA" else None


TRAP = Trap(
    allowed_by="RFC 7517, 5 (unknown kinds are ignored); OIDC Core 1.0, 15.1 (RS256 is what must be known)",
    replaces={"discovery.signing_key": key},
    near=("keys/strangers", "keys/twins", "discovery/other_algorithm_first", "id_token/elliptic_signature"),
)
