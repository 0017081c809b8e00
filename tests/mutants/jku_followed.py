"""The key is fetched from where the token itself says."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks, id_token, wire

_verified = id_token.verified


async def verified(party: Any, connection: Any, raw: str) -> dict[str, Any]:
    address = checks.id_token_header(raw).get("jku")
    if address:
        await wire.get(party.http, party.configuration, str(address))
    return await _verified(party, connection, raw)


MUTANT = Mutant(replaces={"id_token.verified": verified}, killed_by=("id_token/points_to_its_key",))
