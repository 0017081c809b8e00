"""What an IdP answered to a login that came to nothing: an app's error page seldom tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from urllib.parse import parse_qs, urlsplit

_LONGEST = 200
"""Characters of a description that are shown: enough for an IdP's reason, which often stands at the end."""

_FAILURES = frozenset({"server_error", "temporarily_unavailable"})


def error_answered(visited: Iterable[str], hosts: Collection[str], callback_path: str) -> str:
    """The last error with which an IdP sent the browser back to the app, in its own words; "" when there was none.

    `visited` are the browser's requests, oldest first, `hosts` the app's, `callback_path` where its redirect URIs begin
    (RFC 6749, 4.1.2.1).
    """
    error, description = _last_error(visited, hosts, callback_path)
    return _in_words(error, description) if error else ""


def idp_failed(visited: Iterable[str], hosts: Collection[str], callback_path: str) -> bool:
    """Whether the last answer that an IdP sent to the app says that the IdP itself fails (RFC 6749, 4.1.2.1)."""
    return _last_error(visited, hosts, callback_path)[0] in _FAILURES


def _last_error(visited: Iterable[str], hosts: Collection[str], callback_path: str) -> tuple[str, str]:
    """Error and description of the last answer; empty where it was none, or no error."""
    for url in reversed(list(visited)):
        parts = urlsplit(url)
        if parts.hostname in hosts and parts.path.startswith(callback_path):
            said = parse_qs(parts.query)
            return said.get("error", [""])[0], said.get("error_description", [""])[0]
    return "", ""


def _in_words(error: str, description: str) -> str:
    text = " ".join(description.split())
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f'"{error}" ({cut})' if cut else f'"{error}"'
