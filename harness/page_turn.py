"""Waiting for the page that a click leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from playwright.sync_api import Error

if TYPE_CHECKING:
    from playwright.sync_api import Page

# A function, never an expression: an expression is evaluated anew at each look, which a page's policy may forbid
# (CSP 3, 4.4, "unsafe-eval"), while a function is made once by the debugger, whom no policy binds.
_TURNED = """signs => document.readyState !== 'loading' && (!window.beforeTheClick ||
    signs.some(sign => document.querySelector(sign)?.checkVisibility()))"""

# Some apps answer with a page that goes on by itself, at once (HTML, 4.2.5.3, "refresh").
_AT_REST = """() => document.readyState !== 'loading' &&
    ![...document.querySelectorAll('meta[http-equiv=refresh i]')].some(it => parseFloat(it.content) < 2)"""
_REST = 3_000  # milliseconds


def rests(page: Page) -> None:
    """Wait until the page in front is one that stays; not for ever, since one that goes nowhere stays, too."""
    with suppress(Error):
        page.wait_for_function(_AT_REST, timeout=_REST)


@contextmanager
def turning(page: Page, *, unless: Sequence[str] = ()) -> Iterator[None]:
    """Do inside the block what leaves the page in front; after it another page is there, or one of `unless` shows.

    `unless` are CSS selectors of what may show on this page instead: an error, the next field.

    Raises:
        playwright.sync_api.TimeoutError: Neither came.
    """
    page.evaluate("window.beforeTheClick = true")
    yield
    page.wait_for_function(_TURNED, arg=list(unless))
