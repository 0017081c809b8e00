"""Carrying out a person's steps on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from harness.lost_way import LostTheWay
from harness.own_app.mistakes import shown
from harness.own_app.placeholders import fill
from harness.page_turn import turning

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from harness.own_app.description import Place, Step


def carry_out(page: Page, steps: Iterable[Step], origin: str, values: Mapping[str, str]) -> None:
    """Do `steps` on `page`; `values` fill the placeholders, paths are taken below `origin`.

    Raises:
        LostTheWay: Something is not where the description says; the message names it.
        playwright.sync_api.Error: The browser cannot open a page.
    """
    todo = list(steps)
    for step in todo:
        value = fill(step.value, values)
        if step.does == "open":
            page.goto(origin + value)
        elif step.does == "leave":
            _leave(page, origin)
        elif step.does == "click":
            with _looking_for(step.place, page):
                _click(page, step.place, last=step is todo[-1])
        else:
            with _looking_for(step.place, page):
                found(page, step.place).fill(value)


@contextmanager
def _looking_for(place: Place, page: Page) -> Iterator[None]:
    """Say in one line what was not there, instead of how it was waited for."""
    try:
        yield
    except PlaywrightTimeout:
        raise LostTheWay(f"{place} is not there, or cannot be used; the page says: {_words(page)}") from None


def _words(page: Page) -> str:
    with suppress(Error):
        return shown(page.locator("body").inner_text(timeout=1_000) or page.title())
    return "nothing"


def found(page: Page, place: Place) -> Locator:
    """The element at `place`; where several fit, the first."""
    if place.role:
        named = place.name or None
        return page.get_by_role(place.role, name=named).first  # type: ignore[arg-type]  # the browser knows the roles
    if place.label:
        return page.get_by_label(place.label).first
    if place.text:
        return page.get_by_text(place.text).first
    if place.test_id:
        return page.get_by_test_id(place.test_id).first
    return page.locator(place.selector).first


def _click(page: Page, place: Place, *, last: bool) -> None:
    """Click; after the last step wait for the page that follows, if one does: an app may answer on the same page."""
    target = found(page, place)
    if not last:
        target.click()
        return
    target.wait_for()
    with suppress(PlaywrightTimeout), turning(page):
        target.click()


def _leave(page: Page, origin: str) -> None:
    """Wait until the browser shows another site; an app that stays is judged by where it stays."""
    home = urlsplit(origin).hostname
    with suppress(PlaywrightTimeout):
        page.wait_for_url(lambda url: urlsplit(url).hostname != home, wait_until="domcontentloaded")
