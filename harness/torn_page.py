"""A page whose answer breaks off or cannot be decoded: a browser shows it as loading for as long as anybody waits."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import Request

TAKEN_BACK = "net::ERR_ABORTED"
"""The browser itself gave the answer up: for another page, or because it is a file to keep."""

_UNWELCOME = "net::ERR_BLOCKED_BY_RESPONSE"
"""The answer itself forbids to be shown where it was asked for, as in a stranger's frame (HTML, 7.7, "X-Frame-Options")."""

_SHOWN = 3_000  # milliseconds from the failure until the tab shows what came


def why_torn(request: Request) -> str:
    """Why the page that failed `request` asked for came in part only, in the browser's words; "" for any other request.

    Where nothing came at all, the browser shows an error page of its own, and nobody needs to be told.
    """
    if not request.is_navigation_request() or request.existing_response is None:
        return ""
    why = request.failure or ""
    return "" if why in {TAKEN_BACK, _UNWELCOME} else why


def stop_waiting(request: Request) -> None:
    """Have the browser take what came of a torn page for all of it, so that whoever waits for the page goes on."""
    with suppress(Error):
        request.frame.wait_for_url(
            lambda url: url.partition("#")[0] == request.url, wait_until="commit", timeout=_SHOWN
        )
        request.frame.evaluate("() => window.stop()")
