"""A Playwright script of the kind that circulates for Entra: it knows Microsoft's element ids and nothing else.

Ids: github.com/AzureAD/microsoft-authentication-library-for-js samples/e2eTestUtils/src. Needs a Chromium.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from harness import browser as browsers
from harness import people
from harness.world import World

from .conftest import Outside


@pytest.fixture(scope="module")
def browser(world: World) -> Iterator[Browser]:
    """A browser that finds Microsoft's names on this machine."""
    with sync_playwright() as playwright:
        made = browsers.launch(playwright, world.gateway)
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty profile."""
    context = browser.new_context(ignore_https_errors=True)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def _address(outside: Outside, **over: str) -> str:
    from urllib.parse import urlencode

    asked = {
        "client_id": outside.client_id,
        "response_type": "code",
        "redirect_uri": outside.redirect_uri,
        "scope": "openid profile email",
        "state": "from-a-script",
    }
    return f"{outside.authority}/oauth2/v2.0/authorize?{urlencode(asked | over)}"


def _signs_in(page: Page, login: str, password: str) -> None:
    page.fill("#i0116", login)
    page.click("#idSIButton9")
    page.wait_for_selector("#idA_PWD_ForgotPassword")
    page.fill("#i0118", password)
    page.click("#idSIButton9")


@pytest.mark.parametrize("stay", ["#idSIButton9", "#idBtn_Back"])
def test_script_signs_in_by_ids_alone(outside: Outside, page: Page, stay: str) -> None:
    """User name, Next, password, Sign in, "Stay signed in?": the app gets its code."""
    page.goto(_address(outside))
    _signs_in(page, outside.alice.login, people.PASSWORD)
    page.wait_for_selector("#KmsiCheckboxField")
    page.click(stay)

    page.wait_for_url(re.compile(re.escape(outside.redirect_uri)))
    asked = [it.parameters for it in outside.world.services["entra"].received if it.endpoint == "authorize"]
    assert asked[0]["state"] == "from-a-script"


def test_script_without_a_script_engine(outside: Outside, browser: Browser) -> None:
    """The pages work without JavaScript as well: every step is a form."""
    context = browser.new_context(ignore_https_errors=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(_address(outside))
    page.fill("#i0116", outside.alice.login)
    page.click("#idSIButton9")
    page.fill("#i0118", people.PASSWORD)
    page.click("#idSIButton9")
    page.click("#idSIButton9")

    assert page.url.startswith(outside.redirect_uri)
    context.close()


def test_unknown_user_is_told_on_the_page(outside: Outside, page: Page) -> None:
    """The error element that scripts wait for; the field is marked, and the address stays Microsoft's."""
    page.goto(_address(outside))
    page.fill("#i0116", "nobody@acme.example")
    page.click("#idSIButton9")
    page.wait_for_selector(".alert-error")

    expect(page.locator("#i0116")).to_have_class("has-error")
    assert page.url.startswith("https://login.microsoftonline.com/")


def test_two_accounts_and_the_picker(outside: Outside, page: Page) -> None:
    """With two sessions the script finds the other tile, and a session's own."""
    for login in (outside.alice.login, "bob@acme.example"):
        page.goto(_address(outside, prompt="login"))
        _signs_in(page, login, people.PASSWORD)
        page.click("#idSIButton9[value=Yes]")
        page.wait_for_url(re.compile(re.escape(outside.redirect_uri)))
    page.goto(_address(outside))

    expect(page.locator("#otherTile")).to_be_visible()
    page.click(f'[data-test-id="{outside.alice.login}"]')
    page.wait_for_url(re.compile(re.escape(outside.redirect_uri)))


def test_keyboard_is_enough(outside: Outside, page: Page) -> None:
    """The field in question always has the focus, and Enter goes on."""
    page.goto(_address(outside))
    expect(page.locator("#i0116")).to_be_focused()
    page.keyboard.type(outside.alice.login)
    page.keyboard.press("Enter")
    expect(page.locator("#i0118")).to_be_focused()
    page.keyboard.type(people.PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#idSIButton9[value=Yes]")).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url(re.compile(re.escape(outside.redirect_uri)))
