"""A script as people publish them, that knows only the widget's names, signs in on each generation of the pages.

It needs a browser. Selectors: Cypress and Playwright helpers found in public repositories use exactly these names
(`input[name="identifier"]`, `input[value="Next"]`, `button:has-text("Next")`, `#okta-signin-username`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from harness import browser
from mock_idps.core.model import Tenant

from .conftest import CALLBACK, CLIENT, LOGIN, ORG, PASSWORD

ASKED = {"client_id": CLIENT, "redirect_uri": CALLBACK, "response_type": "code", "scope": "openid", "state": "s"}
ADDRESS = f"{ORG}/oauth2/v1/authorize?{httpx2.QueryParams(ASKED)}"


@pytest.fixture
def page(stage: Any) -> Iterator[Page]:
    with sync_playwright() as playwright:
        running = browser.launch(playwright, stage.gateway)
        opened = running.new_page()
        opened.set_default_timeout(20_000)
        yield opened
        running.close()


def second_generation(page: Page) -> None:
    page.fill('input[name="identifier"]', LOGIN)
    page.click('input[value="Next"]')
    page.fill('input[name="credentials.passcode"]', PASSWORD)
    page.click('input[value="Verify"]')


def second_generation_on_one_page(page: Page) -> None:
    page.fill('input[name="identifier"]', LOGIN)
    page.fill('input[name="credentials.passcode"]', PASSWORD)
    page.click('input[type="submit"]')


def third_generation(page: Page) -> None:
    page.get_by_label("Username").fill(LOGIN)
    page.click('button:has-text("Next")')
    page.fill('input[name="credentials.passcode"]', PASSWORD)
    page.click('button:has-text("Verify")')


def classic(page: Page) -> None:
    page.fill("#okta-signin-username", LOGIN)
    page.fill("#okta-signin-password", PASSWORD)
    page.click("#okta-signin-submit")


def by_keyboard(page: Page) -> None:
    """The first field has the focus, and Enter sends."""
    page.wait_for_selector('input[name="identifier"]:focus')
    page.keyboard.type(LOGIN)
    page.keyboard.press("Enter")
    page.wait_for_selector('input[name="credentials.passcode"]:focus')
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("settings", "script"),
    [
        ({}, second_generation),
        ({"identifier_first": False}, second_generation_on_one_page),
        ({"sign_in": "gen3"}, third_generation),
        ({"sign_in": "classic"}, classic),
        ({}, by_keyboard),
        ({"sign_in": "gen3"}, by_keyboard),
    ],
)
def test_signs_in(page: Page, tenant: Tenant, settings: dict[str, Any], script: Callable[[Page], None]) -> None:
    """A script that knows only the widget's names comes back to the app with a code."""
    tenant.settings |= settings
    page.goto(ADDRESS)

    with page.expect_request(lambda asked: asked.url.startswith(CALLBACK)) as back:
        script(page)

    assert list(httpx2.URL(back.value.url).params) == ["code", "state"]


@pytest.mark.parametrize("settings", [{"identifier_first": False}, {"sign_in": "gen3"}, {"sign_in": "classic"}])
def test_axe_finds_nothing_serious(page: Page, tenant: Tenant, settings: dict[str, Any]) -> None:
    """The pages that a default login does not show have labels, contrast and landmarks as well."""
    tenant.settings |= settings
    page.goto(ADDRESS)

    found = Axe().run(page).response["violations"]

    assert [it["id"] for it in found if it["impact"] in {"serious", "critical"}] == []


@pytest.mark.parametrize("settings", [{}, {"identifier_first": False}, {"sign_in": "gen3"}, {"sign_in": "classic"}])
def test_works_without_script(stage: Any, tenant: Tenant, settings: dict[str, Any]) -> None:
    """With script switched off the pages sign in all the same."""
    tenant.settings |= settings
    with sync_playwright() as playwright:
        running = browser.launch(playwright, stage.gateway)
        page = running.new_page(java_script_enabled=False)
        page.goto(ADDRESS)
        with page.expect_request(lambda asked: asked.url.startswith(CALLBACK)):
            if settings.get("sign_in") == "classic":
                classic(page)
            elif "identifier_first" in settings:
                second_generation_on_one_page(page)
            elif settings:
                third_generation(page)
            else:
                second_generation(page)
        running.close()
