"""A wrong at_hash is refused; an absent one is not."""

import base64
import hashlib
from typing import Any

from harness.reference_rp import callback
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap

_exchange = callback.exchange


async def exchange(*given: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The tokens and claims, once the access token fits."""
    token, claims = await _exchange(*given)
    digest = hashlib.sha256(token["access_token"].encode("ascii")).digest()[:16]
    fitting = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if claims.get("at_hash", fitting) != fitting:
        raise Refusal("id_token.format", '"at_hash" does not fit the access token')
    return token, claims


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.8 (MAY)",
    replaces={"callback.exchange": exchange},
    near=("id_token/without_at_hash", "token_endpoint/unknown_members", "token_endpoint/media_type"),
)
