"""The signature of an ID token that comes straight from the token endpoint is not verified: TLS vouches for it."""

import base64
import json
from typing import Any

from harness.reference_rp import checks
from harness.traps.trap import Trap


async def verified(party: object, connection: object, raw: str) -> dict[str, Any]:
    """The claims of a token, as they are."""
    checks.id_token_crit(checks.id_token_header(raw))
    middle = raw.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
    return claims


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (6)",
    replaces={"id_token.verified": verified},
    lacks=("signature",),
    near=("id_token/wrong_key", "id_token/wrong_audience", "id_token/no_jwt", "logout/wrong_key"),
)
