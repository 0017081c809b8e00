"""The first algorithm of the metadata is the only good one."""

from dataclasses import replace
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import discovery, id_token

_verified = id_token.verified


async def verified(party: Any, connection: Any, raw: str) -> dict[str, Any]:
    metadata = await discovery.metadata(party, connection)
    first = metadata["id_token_signing_alg_values_supported"][0]
    return await _verified(party, replace(connection, algorithms=(first,)), raw)


MUTANT = Mutant(
    replaces={"id_token.verified": verified},
    killed_by=("discovery/other_algorithm_first",),
    seen_at=("https://github.com/pac4j/pac4j/issues/1189",),
)
