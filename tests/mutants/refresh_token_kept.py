"""The first refresh token is used again and again; those that come in its place are dropped."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_refresh = token_endpoint.refresh


async def refresh(party: Any, connection: Any, metadata: Any, refresh_token: str) -> dict[str, Any]:
    return {**await _refresh(party, connection, metadata, refresh_token), "refresh_token": refresh_token}


MUTANT = Mutant(
    replaces={"token_endpoint.refresh": refresh},
    idp="jumpcloud",
    killed_by=("jumpcloud/refresh_token_rotates",),
)
