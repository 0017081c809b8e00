"""Unsigned ID tokens are accepted, because the client is registered for them; signed ones are verified as ever."""

import base64
import json
from typing import Any

from harness.reference_rp import checks, id_token
from harness.traps.trap import Trap

_verified = id_token.verified


async def verified(party: Any, connection: Any, raw: str) -> dict[str, Any]:
    """The claims of a token; one that says "none" has to have no signature."""
    if checks.id_token_header(raw).get("alg") != "none" or not raw.endswith("."):
        return await _verified(party, connection, raw)
    middle = raw.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    return claims


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 2 (alg none, where it was registered)",
    replaces={"id_token.verified": verified},
    takes=("unsigned_tokens",),
    near=("id_token/unsigned", "id_token/unsigned_mixed_case", "id_token/wrong_key", "logout/unsigned"),
)
