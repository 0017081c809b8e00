"""harness/page_turn.py: waiting for what a click leads to, whatever the page's policy forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from harness import browser as browsers
from harness.page_turn import turning
from tests.unit.gateway.conftest import loop, serve

__all__ = ["loop", "serve"]

LATER = """() => {
    const frames = left => left ? requestAnimationFrame(() => frames(left - 1)) : %s;
    frames(30);
}"""


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Pages that allow nothing."""
    headers = [(b"content-type", b"text/html"), (b"content-security-policy", b"default-src 'none'")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    body = b"<!doctype html><title>x</title><p id=error hidden>no</p>"
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def page(serve: Callable[..., Any]) -> Iterator[Page]:
    """A tab at such a page."""
    gateway = serve({"app.pelanor.io": app})
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright, gateway)
        tab = browser.new_page()
        tab.set_default_timeout(10_000)
        tab.goto("https://app.pelanor.io/")
        yield tab
        browser.close()


def test_page_with_a_policy_is_waited_for(page: Page) -> None:
    """A page that allows no evaluation is left some frames after the click, and the new one is there afterwards."""
    with turning(page):
        page.evaluate(LATER % "location.assign('/next')")
    assert page.url == "https://app.pelanor.io/next"


def test_sign_on_the_same_page_ends_the_wait(page: Page) -> None:
    """An error that shows on the page in front is as good as another page."""
    with turning(page, unless=["#error"]):
        page.evaluate(LATER % "document.querySelector('#error').hidden = false")
    assert page.locator("#error").is_visible()


def test_sign_that_showed_before_is_none(page: Page) -> None:
    """The complaint about the first try says nothing of the second one, whose answer is waited for."""
    page.evaluate("() => { document.querySelector('#error').hidden = false; }")

    with turning(page, unless=["#error"]):
        page.evaluate(LATER % "location.assign('/next')")

    assert page.url == "https://app.pelanor.io/next"


def test_sign_that_is_new_on_the_page_ends_the_wait(page: Page) -> None:
    """A second complaint in the place of the first is an answer."""
    page.evaluate("() => { document.querySelector('#error').hidden = false; }")

    with turning(page, unless=["#error"]):
        page.evaluate(
            LATER % "document.querySelector('#error').replaceWith(document.querySelector('#error').cloneNode())"
        )

    assert page.url == "https://app.pelanor.io/"
