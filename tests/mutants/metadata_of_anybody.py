"""Metadata is taken from wherever a redirect leads, and whose it is nobody compares."""

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp.wire import BoundedTransport


async def handle(self: BoundedTransport, request: httpx2.Request) -> httpx2.Response:
    response = await self._http.send(request, follow_redirects=True)
    return httpx2.Response(response.status_code, content=response.content, request=request)


MUTANT = Mutant(
    replaces={
        "wire.BoundedTransport.handle_async_request": handle,
        "checks.discovery_issuer": lambda metadata, issuer: None,
    },
    killed_by=("discovery/redirected",),
    also_red=("token_endpoint/redirected", "discovery/of_another_issuer"),
)
