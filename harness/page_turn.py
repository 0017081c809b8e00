"""Waiting for the page that a click leads to."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeout

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 40_000
"""Milliseconds that a person waits for a page before giving up; more than an app should wait for its issuer."""

# A function, never an expression: an expression is evaluated anew at each look, which a page's policy may forbid
# (CSP 3, 4.4, "unsafe-eval"), while a function is made once by the debugger, whom no policy binds.
_LOOK = "signs => signs.map(sign => document.querySelector(sign)).filter(it => it?.checkVisibility())"
_BEFORE = f"signs => {{ window.beforeTheClick = ({_LOOK})(signs); }}"
_TURNED = f"""async signs => document.readyState !== 'loading' && (!window.beforeTheClick ||
    ({_LOOK})(signs).some(it => !window.beforeTheClick.includes(it))) && await drawn()"""

# Some apps answer with a page that goes on by itself, at once (HTML, 4.2.5.3, "refresh").
_AT_REST = """() => document.readyState !== 'loading' &&
    ![...document.querySelectorAll('meta[http-equiv=refresh i]')].some(it => parseFloat(it.content) < 2)"""
_REST = 3_000  # milliseconds

# Playwright's own waits and locators bring a script into each new page, which costs the browser as much as the page.
# A page that was not drawn yet loses what is typed and clicked; one that asked for two frames and got them has been.
_WAITING = """async ([arg, milliseconds]) => {
    const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
    const frames = async () => { for (const _ of [1, 2]) await new Promise(requestAnimationFrame); };
    const drawn = async () => { window.drawn ??= Promise.race([frames(), pause(2000)]); await window.drawn; return true; };
    const condition = %s, end = performance.now() + milliseconds;
    for (;;) {
        const found = await condition(arg);
        if (found || performance.now() > end) return found;
        await pause(10);
    }
}"""
_LEFT = ("context was destroyed", "Cannot find context", "Inspected target navigated")  # a page that went while asked


def until(
    page: Page, condition: str, arg: object = None, *, within: float | None = None, lacks: str = "nothing came of it"
) -> Any:
    """Wait until `condition`, a JavaScript function of `arg`, gives something true on whatever page is in front; that.

    The condition may `await drawn()`, after which the page takes a person's input. `within` are milliseconds, PATIENCE unless
    told; `lacks` is what the error says.

    Raises:
        playwright.sync_api.TimeoutError: It never did.
        playwright.sync_api.Error: The tab is closed or has crashed, or the condition fails.
    """
    within = PATIENCE if within is None else within
    end = time.monotonic() + within / 1000
    while (left := end - time.monotonic()) > 0:
        try:
            if found := page.evaluate(_WAITING % condition, [arg, left * 1000]):
                return found
        except Error as error:
            if not any(words in error.message for words in _LEFT):
                raise
    raise PlaywrightTimeout(f"{lacks}, in {within / 1000:g} seconds")


def rests(page: Page) -> None:
    """Wait until the page in front is one that stays; not for ever, since one that goes nowhere stays, too."""
    with suppress(Error):
        until(page, _AT_REST, within=_REST)


@contextmanager
def turning(page: Page, *, unless: Sequence[str] = ()) -> Iterator[None]:
    """Do inside the block what leaves the page in front; after it another page is there, or one of `unless` shows.

    `unless` are CSS selectors of what may show on this page instead: an error, the next field. What shows already does
    not count: a second wrong password ends at the second complaint.

    Raises:
        playwright.sync_api.TimeoutError: Neither came.
    """
    page.evaluate(_BEFORE, list(unless))
    yield
    until(page, _TURNED, list(unless), lacks="no other page came after the click")
