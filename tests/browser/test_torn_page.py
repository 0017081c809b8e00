"""harness/torn_page.py: a page that came in part only is nothing to wait for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Request, sync_playwright

from harness import browser as browsers
from harness.gateway import pipe
from harness.page_turn import turning
from harness.torn_page import stop_waiting, why_torn
from tests.unit.gateway.conftest import loop, serve

__all__ = ["loop", "serve"]

HOST = "app.pelanor.io"
HEADERS = {
    "/half": [(b"content-length", b"100")],
    "/rubbish": [(b"content-encoding", b"gzip")],
    "/file": [(b"content-disposition", b"attachment")],
    "/unframed": [(b"x-frame-options", b"DENY")],
}


async def app(scope: Any, receive: Any, send: Any) -> None:
    """A start page with a policy; a page that breaks off, one that cannot be decoded, a file, and no answer at all."""
    if scope["path"] == "/nothing":
        pipe.hang_up(scope)
        return
    policy = [(b"content-type", b"text/html"), (b"content-security-policy", b"frame-src *; default-src 'none'")]
    headers = [*policy, *HEADERS.get(scope["path"], [])]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    torn = scope["path"] == "/half"
    await send({"type": "http.response.body", "body": b"\x00\xff some text", "more_body": torn})
    if torn:
        pipe.hang_up(scope)


@pytest.fixture
def told() -> list[str]:
    """Why pages were torn, in the browser's words."""
    return []


@pytest.fixture
def page(serve: Callable[..., Any], told: list[str]) -> Iterator[Page]:
    """A tab whose torn pages are not waited for."""
    gateway = serve({HOST: app})

    def failed(request: Request) -> None:
        if why := why_torn(request):
            told.append(why)
            stop_waiting(request)

    with sync_playwright() as playwright:
        browser = browsers.launch(playwright, gateway)
        tab = browser.new_page()
        tab.set_default_timeout(10_000)
        tab.on("requestfailed", failed)
        tab.goto(f"https://{HOST}/")
        yield tab
        browser.close()


@pytest.mark.parametrize("path", ["/half", "/rubbish"])
def test_torn_page_is_told_and_not_waited_for(page: Page, told: list[str], path: str) -> None:
    """Whoever waits for the page goes on at its address, and the browser's reason is known."""
    with turning(page):
        page.evaluate(f"() => location.assign('{path}')")

    assert page.url == f"https://{HOST}{path}"
    [why] = told
    assert why.startswith("net::ERR_CONTENT_")


def test_page_of_which_nothing_came_is_the_browsers_to_tell(page: Page, told: list[str]) -> None:
    """The browser shows its own error page, which is whole."""
    with turning(page):
        page.evaluate("() => location.assign('/nothing')")

    assert page.url.startswith("chrome-error://")
    assert told == []


def test_file_to_keep_is_no_torn_page(page: Page, told: list[str]) -> None:
    """The browser gives a download up as a page; that is nobody's failure."""
    with page.expect_event("requestfailed"):
        page.evaluate("() => location.assign('/file')")

    assert page.url == f"https://{HOST}/"
    assert told == []


def test_page_that_will_not_be_framed_is_whole(page: Page, told: list[str]) -> None:
    """An app that refuses to stand in a frame has answered all it wants to."""
    with page.expect_event("requestfailed") as refused:
        page.set_content("<iframe src='/unframed'></iframe>")

    assert refused.value.failure == "net::ERR_BLOCKED_BY_RESPONSE"
    assert told == []
