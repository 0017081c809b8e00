"""The requests to the issuer carry the Origin of the page they are made for."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_handle = wire.BoundedTransport.handle_async_request


async def handle(transport: Any, request: Any) -> Any:
    request.headers["Origin"] = "https://app.pelanor.example"
    return await _handle(transport, request)


MUTANT = Mutant(
    replaces={"wire.BoundedTransport.handle_async_request": handle},
    killed_by=("okta/origin_not_forwarded",),
)
