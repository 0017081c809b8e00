"""The algorithm is the token's own choice: HS256 is proven with the published key as the secret."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any

from joserfc.jwk import Key, RSAKey

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.configuration import Connection

_alg, _signature = checks.id_token_alg, checks.id_token_signature


def id_token_alg(header: Mapping[str, Any], connection: Connection, check: str = "id_token.alg") -> str:
    return "HS256" if header.get("alg") == "HS256" else _alg(header, connection, check)


def id_token_signature(raw: str, keys: Sequence[Key], alg: str, check: str = "id_token.signature") -> dict[str, Any]:
    if alg != "HS256":
        return _signature(raw, keys, alg, check)
    signed, _, signature = raw.rpartition(".")
    for key in keys:
        secret = key.as_pem(private=False) if isinstance(key, RSAKey) else b""
        if hmac.digest(secret, signed.encode(), hashlib.sha256) == base64.urlsafe_b64decode(signature + "=="):
            found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(signed.split(".")[1] + "=="))
            return found
    return _signature(raw, keys, "RS256", check)


MUTANT = Mutant(
    replaces={"checks.id_token_alg": id_token_alg, "checks.id_token_signature": id_token_signature},
    killed_by=("id_token/public_key_as_secret",),
    seen_at=("https://github.com/authlib/joserfc/issues/27",),
)
