"""Metadata, keys and userinfo are asked for a second time when the first answer was none."""

from typing import Any

from harness.reference_rp import wire
from harness.traps.trap import Trap

_get = wire.get


async def get(*given: Any) -> Any:
    """The answer, or the second one."""
    try:
        answer = await _get(*given)
    except wire.Unavailable:
        return await _get(*given)
    return answer if answer.status_code < 500 else await _get(*given)


TRAP = Trap(
    allowed_by="RFC 9110, 9.2.2 (GET may be repeated)",
    replaces={"wire.get": get},
    near=("keys/storm", "keys/silent", "discovery/unavailable", "userinfo/silent", "keys/unavailable"),
)
