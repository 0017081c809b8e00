"""An ID token that stands beside the code in the answer is taken for the issuer's word, unverified."""

import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import replace
from typing import Any

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback
from harness.reference_rp.configuration import Connection
from harness.reference_rp.relying_party import RelyingParty

_answer, _identify = callback.answer, callback.identify
BROUGHT: ContextVar[str] = ContextVar("BROUGHT", default="")


async def answer(request: Request) -> dict[str, str]:
    found = await _answer(request)
    BROUGHT.set(found.get("id_token", ""))
    return found


async def identify(
    party: RelyingParty, connection: Connection, claims: dict[str, Any], token: Mapping[str, Any]
) -> tuple[Any, dict[str, Any]]:
    identity, completed = await _identify(party, connection, claims, token)
    if brought := BROUGHT.get():
        said = json.loads(urlsafe_b64decode(brought.split(".")[1] + "=="))
        identity = replace(identity, account_key=said["sub"], email=said["email"])
    return identity, completed


MUTANT = Mutant(
    replaces={"callback.answer": answer, "callback.identify": identify},
    killed_by=("callback/tokens_in_the_answer",),
    seen_at=("https://nvd.nist.gov/vuln/detail/CVE-2013-4593",),
)
