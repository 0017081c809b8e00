"""A token that was issued more than ten minutes ago is refused, even if it has not expired."""

from typing import Any

from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal
from harness.traps.trap import Trap

_iat = checks.id_token_iat


def iat(claims: Any, now: float) -> None:
    """There, not in the future, and not long ago."""
    _iat(claims, now)
    if claims["iat"] < now - 600:
        raise Refusal("id_token.iat", '"iat" is too long ago')


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (10) (the client's policy)",
    replaces={"checks.id_token_iat": iat},
    near=("id_token/expired", "id_token/clock_behind", "id_token/fractional_times", "callback/page_left_open"),
)
