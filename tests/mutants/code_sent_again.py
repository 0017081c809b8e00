"""A token request that failed at the issuer is sent once more, with the same code."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint
from harness.reference_rp.refusal import Refusal

_redeem = token_endpoint.redeem


async def redeem(*given: Any) -> dict[str, Any]:
    try:
        return await _redeem(*given)
    except Refusal as refusal:
        if refusal.check != "token_endpoint.unavailable":
            raise
    return await _redeem(*given)


MUTANT = Mutant(replaces={"token_endpoint.redeem": redeem}, killed_by=("token_endpoint/answer_lost",))
