"""Which answers of an app are crashes, and which are its way to say that the IdP failed."""

from __future__ import annotations

from collections.abc import Collection, Mapping

SERVER_ERROR = 500
"""The lowest status by which an app says that it failed."""

_OF_A_GATEWAY = frozenset({502, 503, 504})
"""What a server answers when the one behind it fails: here the IdP (RFC 9110, 15.6.3 to 15.6.5)."""

_OURS = "proxy-status"
"""The header by which the gateway's own words are told from the app's (RFC 9209)."""


def crash(status: int, headers: Mapping[str, str], path: str) -> str:
    """The crash in words: `path` was asked."""
    return f"the app gave no answer at {path}" if _OURS in headers else f"the app answered {status} at {path}"


def is_crash(status: int, headers: Mapping[str, str], capabilities: Collection[str], *, idp_fails: bool) -> bool:
    """Whether an app of these `capabilities` should never answer with `status`; `idp_fails`: its IdP lies or is away.

    What the gateway says in place of an app that is down or does not answer is always a crash.
    """
    if status < SERVER_ERROR:
        return False
    forgiven = status == SERVER_ERROR and "refuses_with_500" in capabilities
    return not forgiven and not (idp_fails and status in _OF_A_GATEWAY and _OURS not in headers)
