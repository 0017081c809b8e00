"""What an IdP answered to a login that came to nothing: an app's error page seldom tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from urllib.parse import parse_qs, urlsplit

from harness.own_app.mistakes import shown


def error_answered(visited: Iterable[str], hosts: Collection[str], callback_path: str) -> str:
    """The last error with which an IdP sent the browser back to the app, in its own words; "" when there was none.

    `visited` are the browser's requests, oldest first, `hosts` the app's, `callback_path` where its redirect URIs begin
    (RFC 6749, 4.1.2.1).
    """
    for url in reversed(list(visited)):
        parts = urlsplit(url)
        if parts.hostname in hosts and parts.path.startswith(callback_path):
            said = parse_qs(parts.query)
            words = " ".join(f"({shown(text).strip(chr(34))})" for text in said.get("error_description", [])[:1])
            return " ".join(filter(None, (f'"{said["error"][0]}"', words))) if "error" in said else ""
    return ""
