"""A refreshed ID token is read, and its signature not looked at."""

import json
from base64 import urlsafe_b64decode
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal


async def same_person(_: Any, connection: Any, raw: str, subject: str) -> None:
    claims = json.loads(urlsafe_b64decode(raw.split(".")[1] + "=="))
    checks.id_token_iss(claims, connection)
    checks.id_token_aud(claims, connection)
    if checks.id_token_sub(claims) != subject:
        raise Refusal("refresh.sub", "the refreshed ID token is about another subject")


MUTANT = Mutant(
    replaces={"refresh.same_person": same_person},
    killed_by=("refresh/wrong_key",),
    seen_at=("https://github.com/OpenIDC/mod_auth_openidc/blob/master/ChangeLog",),
)
