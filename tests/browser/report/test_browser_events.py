"""harness/record/browser_events.py: what a real browser says of cookies, policies and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from harness import browser as browsers
from harness.record.browser_events import BrowserListener
from harness.record.events import Cookie, End, Head, Said
from harness.record.recording import Recording
from harness.record.tape import Tape
from tests.unit.gateway.conftest import loop, serve

__all__ = ["loop", "serve"]

HEAD = Head("x", "okta", "us", "reference", 0.0)
COOKIES = (
    "insecure=1; SameSite=None",
    "elsewhere=1; Domain=other.example; Secure",
    "__Host-x=1; Secure; Path=/deep",
    "strict=1; SameSite=Strict; Secure",
    "kept=1; SameSite=Lax; Secure",
)
POLICY = "script-src 'self' 'unsafe-inline'; form-action 'self'"
PAGE = """<!doctype html><title>x</title><a href="https://app.pelanor.io/next">on</a>
<script src="https://evil.example/x.js"></script><script>setTimeout(() => { throw new Error("broken script"); })</script>"""

Visit = Callable[..., Recording]


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Sets all cookies at "/" and shows a page whose policy blocks its script."""
    headers = [(b"content-type", b"text/html")]
    if scope["path"] == "/":
        headers += [(b"set-cookie", it.encode()) for it in COOKIES] + [(b"content-security-policy", POLICY.encode())]
    body = PAGE.encode() if scope["path"] == "/" else b"<!doctype html><title>next</title>next"
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def visit(serve: Callable[..., Any]) -> Iterator[Visit]:
    """Lets a browser go to the app, then to an issuer, and by a link back to the app; the tape is what it said."""
    gateway = serve({"app.pelanor.io": app, "login.microsoftonline.com": app})
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright, gateway)

        def visited(*, full: bool) -> Recording:
            tape = Tape(None)
            page: Page = browser.new_context().new_page()
            BrowserListener(tape, full=full).tab(page)
            page.goto("https://app.pelanor.io/")
            page.goto("https://login.microsoftonline.com/")
            page.get_by_role("link").click()
            page.wait_for_url("https://app.pelanor.io/next")
            # The browser's own reports come before the answer to a question asked after them.
            page.evaluate("new Promise(done => setTimeout(done))")
            page.context.close()
            return tape.finish(HEAD, End(0.0, "", passed=True))

        yield visited
        browser.close()


def refused(recording: Recording) -> set[tuple[str, str, str]]:
    """Direction, name and reasons of every refused cookie, at the app."""
    found = [it for it in recording.of(Cookie) if it.url.startswith("https://app.pelanor.io/")]
    return {(it.direction, it.name, reason) for it in found for reason in it.reasons}


def test_the_full_depth_tells_every_refused_cookie(visit: Visit) -> None:
    """Cookies not kept and not sent are told with Chromium's reasons; the one that is well is not."""
    assert refused(visit(full=True)) == {
        ("set", "insecure", "SameSiteNoneInsecure"),
        ("set", "elsewhere", "InvalidDomain"),
        ("set", "__Host-x", "InvalidPrefix"),
        ("sent", "strict", "SameSiteStrict"),
    }


def test_the_light_depth_tells_of_same_site(visit: Visit) -> None:
    """Without reading every request, Chromium's own list of issues still names a SameSite mistake."""
    assert ("set", "insecure", "SameSiteNoneInsecure") in refused(visit(full=False))


def test_a_policy_violation_is_told(visit: Visit) -> None:
    """A script that the page's policy blocks is told as such."""
    said = [it.text for it in visit(full=False).of(Said) if it.source == "policy"]

    assert any("evil.example" in text for text in said)


def test_an_error_of_a_script_is_told(visit: Visit) -> None:
    """An exception that nobody catches is a page error."""
    assert any("broken script" in it.text for it in visit(full=False).of(Said) if it.source == "page error")
