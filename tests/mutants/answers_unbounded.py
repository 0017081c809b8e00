"""An answer of any size is read to its end."""

import httpx2

from harness.mutation.mutant import Mutant


async def bounded(response: httpx2.Response, limit: int) -> bytes:
    return await response.aread()


MUTANT = Mutant(
    replaces={"wire._bounded": bounded},
    killed_by=("keys/huge", "discovery/compressed_bomb", "userinfo/compressed_bomb"),
)
