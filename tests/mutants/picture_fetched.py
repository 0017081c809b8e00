"""The person's picture is fetched from wherever the claim says."""

from contextlib import suppress
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, wire

_identify = callback.identify


async def identify(party: Any, connection: Any, *given: Any) -> Any:
    identity, claims = await _identify(party, connection, *given)
    with suppress(wire.Unavailable):
        await wire.get(party.http, party.configuration, str(claims.get("picture", "")))
    return identity, claims


MUTANT = Mutant(
    replaces={"callback.identify": identify},
    killed_by=("account/picture_of_a_stranger",),
    seen_at=("https://github.com/advisories/GHSA-x77v-q46j-393g",),
)
