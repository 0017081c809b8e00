"""A token that says "alg": "none" is refused, and one that says "nOnE" needs no signature."""

import json
from base64 import urlsafe_b64decode
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks, id_token

_verified = id_token.verified


async def verified(party: Any, connection: Any, raw: str) -> dict[str, Any]:
    alg = str(checks.id_token_header(raw).get("alg"))
    if alg == "none" or alg.casefold() != "none":
        return await _verified(party, connection, raw)
    return dict(json.loads(urlsafe_b64decode(raw.split(".")[1] + "==")))


MUTANT = Mutant(replaces={"id_token.verified": verified}, killed_by=("id_token/unsigned_mixed_case",))
