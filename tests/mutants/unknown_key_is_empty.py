"""A key that is not found is an empty secret, and HS256 is as good as RS256."""

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
    if hmac.digest(b"", signed.encode(), hashlib.sha256) != urlsafe_b64decode(signature + "=="):
        raise Refusal("id_token.signature", "no key proves the signature")
    return dict(json.loads(urlsafe_b64decode(signed.split(".")[1] + "==")))


MUTANT = Mutant(
    replaces={"id_token.verified": verified},
    killed_by=("id_token/empty_secret",),
    seen_at=("https://www.cve.org/CVERecord?id=CVE-2026-45363",),
)
