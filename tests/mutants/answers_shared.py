"""Whoever comes while a token request is under way gets its answer, too."""

import asyncio
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_redeem = token_endpoint.redeem
_under_way: dict[str, asyncio.Future[dict[str, Any]]] = {}


async def redeem(party: Any, connection: Any, *given: Any) -> dict[str, Any]:
    if connection.client_id not in _under_way:
        _under_way[connection.client_id] = asyncio.ensure_future(_redeem(party, connection, *given))
    try:
        return await _under_way[connection.client_id]
    finally:
        _under_way.pop(connection.client_id, None)


MUTANT = Mutant(
    replaces={"token_endpoint.redeem": redeem},
    killed_by=("login/two_people_at_once",),
    also_red=("login/first_time_at_once",),
    seen_at=("https://github.com/auth0/nextjs-auth0/issues/2382",),
)
