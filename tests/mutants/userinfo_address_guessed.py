"""Userinfo is looked for beside the token endpoint, wherever the metadata has it."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import userinfo

_fetch = userinfo.fetch


async def fetch(party: Any, connection: Any, metadata: Any, access_token: str) -> Any:
    guessed = {"userinfo_endpoint": metadata["token_endpoint"].replace("token", "userinfo")}
    return await _fetch(party, connection, {**metadata, **guessed}, access_token)


MUTANT = Mutant(
    replaces={"userinfo.fetch": fetch},
    idp="jumpcloud",
    killed_by=("login/happy", "jumpcloud/userinfo_from_discovery"),
)
