"""HS256 is as good as RS256, with the client's secret as the key."""

import hashlib
import hmac
import json
from base64 import urlsafe_b64decode
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks, id_token
from harness.reference_rp.refusal import Refusal

_verified = id_token.verified


async def verified(party: Any, connection: Any, raw: str) -> dict[str, Any]:
    if checks.id_token_header(raw).get("alg") != "HS256":
        return await _verified(party, connection, raw)
    signed, _, signature = raw.rpartition(".")
    proof = hmac.digest(connection.client_secret.encode(), signed.encode(), hashlib.sha256)
    if proof != urlsafe_b64decode(signature + "=="):
        raise Refusal("id_token.signature", "the client's secret does not prove the signature")
    return dict(json.loads(urlsafe_b64decode(signed.split(".")[1] + "==")))


MUTANT = Mutant(
    replaces={"id_token.verified": verified},
    killed_by=("id_token/client_secret_as_key",),
    seen_at=("https://github.com/chainguard-forks/minio/pull/32",),
)
