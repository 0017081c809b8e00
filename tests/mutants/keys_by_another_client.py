"""The keys are fetched by an HTTP client of its own, which knows nothing of the configured CA."""

from typing import Any

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_get = wire.get


async def get(http: Any, configuration: Any, url: str, headers: dict[str, str] | None = None) -> Any:
    if "keys" not in url:
        return await _get(http, configuration, url, headers)
    async with httpx2.AsyncClient(proxy=configuration.proxy, trust_env=False) as own:
        return await _get(own, configuration, url, headers)


MUTANT = Mutant(
    replaces={"wire.get": get},
    killed_by=("login/happy",),
    seen_at=("https://github.com/oauth2-proxy/oauth2-proxy/pull/3197",),
)
