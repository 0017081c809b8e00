"""A connection that breaks in the middle of an answer is an exception nobody catches."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import wire

_bounded = wire._bounded


async def bounded(response: Any, limit: int) -> bytes:
    try:
        return await _bounded(response, limit)
    except wire.httpx2.HTTPError as error:
        raise RuntimeError("the answer is whole") from error


MUTANT = Mutant(
    replaces={"wire._bounded": bounded},
    killed_by=("token_endpoint/cut",),
    also_red=("token_endpoint/silent", "keys/silent", "discovery/silent", "userinfo/silent"),
)
