"""An issuer that answers with an error's status is an exception nobody catches."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_handle = wire.BoundedTransport.handle_async_request


async def handle(transport: Any, request: Any) -> Any:
    response = await _handle(transport, request)
    if response.is_server_error:
        raise RuntimeError(f"the issuer answered HTTP {response.status_code}")
    return response


MUTANT = Mutant(
    replaces={"wire.BoundedTransport.handle_async_request": handle},
    killed_by=("discovery/unavailable", "keys/unavailable", "token_endpoint/unavailable", "userinfo/unavailable"),
)
