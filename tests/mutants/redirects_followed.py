"""The back channel follows redirects, and repeats there what it said."""

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp.wire import BoundedTransport


async def handle(self: BoundedTransport, request: httpx2.Request) -> httpx2.Response:
    response = await self._http.send(request, follow_redirects=True)
    return httpx2.Response(response.status_code, content=response.content, request=request)


MUTANT = Mutant(
    replaces={"wire.BoundedTransport.handle_async_request": handle},
    killed_by=("token_endpoint/redirected",),
    also_red=("discovery/redirected",),
)
