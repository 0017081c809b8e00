"""Answers are read as the bytes that came, and never decompressed."""

from typing import Any

from harness.mutation.mutant import Mutant


async def bounded(response: Any, limit: int) -> bytes:
    return b"".join([chunk async for chunk in response.aiter_raw()])


MUTANT = Mutant(replaces={"wire._bounded": bounded}, killed_by=("token_endpoint/compressed",))
