"""A token that says "alg": "none" needs no signature."""

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from joserfc.jwk import Key

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.configuration import Connection

_alg, _signature = checks.id_token_alg, checks.id_token_signature


def id_token_alg(header: Mapping[str, Any], connection: Connection, check: str = "id_token.alg") -> str:
    return "none" if header.get("alg") == "none" else _alg(header, connection, check)


def id_token_signature(raw: str, keys: Sequence[Key], alg: str, check: str = "id_token.signature") -> dict[str, Any]:
    if alg != "none":
        return _signature(raw, keys, alg, check)
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(raw.split(".")[1] + "=="))
    return found


MUTANT = Mutant(
    replaces={"checks.id_token_alg": id_token_alg, "checks.id_token_signature": id_token_signature},
    killed_by=("id_token/unsigned",),
    also_red=("logout/unsigned",),
    seen_at=("https://github.com/apereo/cas/pull/5367",),
)
