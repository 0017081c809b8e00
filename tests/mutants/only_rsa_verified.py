"""Signatures are verified where the algorithm is RSA, and believed where it is any other."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_signature = checks.id_token_signature


def id_token_alg(header: Mapping[str, Any], connection: object, check: str = "id_token.alg") -> str:
    return str(header["alg"])


def id_token_signature(raw: str, keys: Any, alg: str, check: str = "id_token.signature") -> dict[str, Any]:
    if alg.startswith("RS"):
        return _signature(raw, keys, alg, check)
    return dict(json.loads(base64.urlsafe_b64decode(raw.split(".")[1] + "==")))


MUTANT = Mutant(
    replaces={"checks.id_token_alg": id_token_alg, "checks.id_token_signature": id_token_signature},
    killed_by=("id_token/elliptic_signature",),
    also_red=(
        "id_token/other_algorithm",
        "id_token/unsigned",
        "id_token/unsigned_mixed_case",
        "id_token/public_key_as_secret",
        "logout/other_algorithm",
        "logout/unsigned",
    ),
)
