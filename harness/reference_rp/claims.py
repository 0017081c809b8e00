"""Reading claims: values another party chose the type of, turned into what the code may rely on, or into nothing.

JumpCloud sends one group as a bare string and "email_verified" as the string "true"; Entra sends neither; anybody may
send null. None of that is an error here.
"""

import math
from collections.abc import Mapping
from typing import Any

Claims = Mapping[str, Any]

MAX_TEXT = 1000


def text(claims: Claims, name: str) -> str:
    """The claim `name` as text of at most `MAX_TEXT` characters; empty when absent or no string."""
    value = claims.get(name)
    return value.strip()[:MAX_TEXT] if isinstance(value, str) else ""


def subject(claims: Claims) -> str:
    """The claim "sub" exactly as it is, blanks and case included (OIDC Core 1.0, 2); `checks.id_token_sub` has seen it."""
    return str(claims.get("sub", ""))


def texts(value: object) -> tuple[str, ...]:
    """A claim that lists names: a list of strings, or one bare string (JumpCloud, one group); anything else is none."""
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list | tuple):
        return tuple(item for item in value if isinstance(item, str) and item)
    return ()


def truth(claims: Claims, name: str) -> bool | None:
    """The boolean claim `name`; None when absent or unreadable, for absence says nothing (OIDC Core 1.0, 5.1).

    The strings "true" and "false" are read too: JumpCloud's constant attributes are strings.
    """
    value = claims.get(name)
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return None


def number(claims: Claims, name: str) -> float | None:
    """The NumericDate `name` in seconds (RFC 7519, 2); None when absent, no number, or not finite."""
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        seconds = float(value)
    except OverflowError:
        return None
    return seconds if math.isfinite(seconds) else None


def merged(id_token: Claims, userinfo: Claims) -> dict[str, Any]:
    """One set of claims: userinfo completes the ID token and never overrides it (OIDC Core 1.0, 5.3.2)."""
    return {**userinfo, **id_token}
