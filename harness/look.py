"""A look, beside the tabs that a person has open, at what the app says of who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

Ask = Callable[[str, str], str]
"""From a URL and the cookies that a browser would send there to the answer's text."""


class Look:
    """One look; a tab is opened for it only where a page must be drawn, and closed with it.

    `ask` sends a request with the browser's cookies without a tab, which takes a tenth of the time; None where that
    cannot be, because the world is another process's.
    """

    def __init__(self, context: BrowserContext, ask: Ask | None = None) -> None:
        self._context = context
        self._ask = ask
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """A fresh tab."""
        if self._page is None:
            self._page = self._context.new_page()
        return self._page

    def reads(self, url: str) -> str:
        """The text that the app answers at `url` to this browser.

        Raises:
            playwright.sync_api.Error: The tab did not get there.
            httpx2.HTTPError: No answer came.
        """
        if self._ask is None:
            self.page.goto(url)
            return self.page.locator("body").inner_text()
        cookies = self._context.cookies(url)
        return self._ask(url, "; ".join(f"{it.get('name')}={it.get('value')}" for it in cookies))

    def close(self) -> None:
        """Close the tab, if there is one."""
        if self._page is not None:
            self._page.close()
