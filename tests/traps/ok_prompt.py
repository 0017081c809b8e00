"""The request asks for more than it must: a fresh sign-in, a language, a hint, an age."""

from typing import Any

from harness.reference_rp import authorization
from harness.traps.trap import Trap

_extra = authorization.extra


def extra(request: Any, connection: Any, login_hint: str) -> dict[str, str]:
    """Own values beside the required ones."""
    return {**_extra(request, connection, login_hint), "prompt": "login", "ui_locales": "de en", "max_age": "3600"}


TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.2.1 (optional parameters)",
    replaces={"authorization.extra": extra},
    near=("request/complete", "session/stays_signed_out", "keys/rotated_between_logins"),
)
