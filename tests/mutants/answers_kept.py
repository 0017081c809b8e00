"""What a code brought is kept with it, so that a reload of the callback does no harm."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_redeem = token_endpoint.redeem
_kept: dict[str, dict[str, Any]] = {}


async def redeem(party: Any, connection: Any, metadata: Any, code: str, *given: str) -> dict[str, Any]:
    if code not in _kept:
        _kept[code] = await _redeem(party, connection, metadata, code, *given)
    return _kept[code]


MUTANT = Mutant(
    replaces={
        "transactions.Transaction.used": property(lambda self: False, lambda self, value: None),
        "token_endpoint.redeem": redeem,
    },
    killed_by=("callback/replayed",),
    also_red=("callback/reloaded",),
)
