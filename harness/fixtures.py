"""Fixtures for suites of other people: a world, its IdPs, a person, and the way through an IdP's pages.

Nothing is started, and nothing but this file is imported, before a test asks for one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from harness.own_app.guest import Account, GuestWorld, Idp


@pytest.fixture(scope="session")
def sso_world() -> Iterator[GuestWorld]:
    """Gateway and issuers for the whole session: `environment` for the app, `serves(origin, app)` to be reached."""
    from harness.own_app.guest import GuestWorld

    guest = GuestWorld()
    guest.start()
    yield guest
    guest.stop()


@pytest.fixture
def sso_fresh(sso_world: GuestWorld) -> GuestWorld:
    """The same world, with directories, sessions, faults and clock as at its start."""
    sso_world.reset()
    return sso_world


@pytest.fixture
def entra(sso_fresh: GuestWorld) -> Idp:
    """A customer's Microsoft Entra ID tenant."""
    return sso_fresh.idp("entra")


@pytest.fixture
def okta(sso_fresh: GuestWorld) -> Idp:
    """A customer's Okta org."""
    return sso_fresh.idp("okta")


@pytest.fixture
def jumpcloud(sso_fresh: GuestWorld) -> Idp:
    """A customer's JumpCloud organisation."""
    return sso_fresh.idp("jumpcloud")


@pytest.fixture
def person() -> Callable[..., Account]:
    """`person(entra)` is Alice's account there; `person(okta, "bob")` Bob's."""

    def account(idp: Idp, name: str = "alice") -> Account:
        return idp.person(name)

    return account


@pytest.fixture
def sign_in(sso_world: GuestWorld) -> Callable[..., None]:
    """`sign_in(page, entra)` walks the IdP's pages that `page` shows, until the browser is back at the app."""

    def walk(page: Page, idp: Idp, name: str = "alice") -> None:
        from harness.actor import Actor

        browser = page.context.browser
        Actor(sso_world.world, browser, idp.customer, name, page.context, page).signs_in_at_the_idp()  # type: ignore[arg-type]  # a page of ours or of pytest-playwright always has one

    return walk


@pytest.fixture(scope="session")
def sso_playwright() -> Iterator[object]:
    """Playwright, for suites that bring none."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def sso_browser(sso_world: GuestWorld, sso_playwright: object) -> Iterator[Browser]:
    """A browser that reaches the issuers and whatever app is served when the test begins."""
    from harness import browser

    found = browser.launch(sso_playwright, sso_world.world.gateway)  # type: ignore[arg-type]  # the annotation would import Playwright
    yield found
    found.close()


@pytest.fixture
def sso_page(sso_browser: Browser) -> Iterator[Page]:
    """A page in an empty profile."""
    context = sso_browser.new_context()
    yield context.new_page()
    context.close()
