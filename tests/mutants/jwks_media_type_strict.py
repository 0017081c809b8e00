"""The key set's media type must be "application/json"."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_get = wire.get


async def get(http: Any, configuration: Any, url: str, headers: Any = None) -> Any:
    response = await _get(http, configuration, url, headers)
    if not response.headers.get("content-type", "").startswith("application/json"):
        raise wire.Unavailable("the answer is no JSON")
    return response


MUTANT = Mutant(
    replaces={"wire.get": get},
    killed_by=("keys/media_type",),
    seen_at=("https://github.com/DuendeArchive/identity-model-oidc-client-js/issues/609",),
)
