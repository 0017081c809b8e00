"""The sign-in pages of every vendor in mock_idps/, in a real browser: found by the names its walk gives, and usable by all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Playwright, expect, sync_playwright

from harness import browser as browsers
from harness import people
from harness.gateway.gateway import Gateway
from harness.page_turn import turning
from mock_idps import catalogue
from mock_idps.core.keys import KeyFoundry
from mock_idps.core.service import Service
from mock_idps.core.walk import Walk
from tests.unit.gateway.conftest import app_named, loop, serve

__all__ = ["loop", "serve"]

CUSTOMERS = [it for it in people.ORGANISATIONS if it.idp != "generic" and it.region == "us"]
"""One customer of every vendor built here."""


@dataclass
class Visit:
    """A tab, the vendor that it visits, and the customer whose app sent it there."""

    tab: Page
    service: Service
    customer: people.Organisation

    @property
    def walk(self) -> Walk:
        return self.service.vendor.walk

    def begins(self, **over: str) -> None:
        """Open an authorization request, as the app of the customer sends it."""
        issuer = people.issuer(self.customer).removesuffix("/")
        answer = self.tab.goto(f"{issuer}/.well-known/openid-configuration")
        assert answer is not None
        asked = {
            "client_id": people.client_id(self.customer),
            "redirect_uri": self.customer.redirect_uri,
            "response_type": "code",
            "scope": "openid profile email",
            "state": "state-of-the-app",
            "nonce": "nonce-of-the-app",
        } | over
        query = urlencode(asked)
        self.tab.goto(f"{answer.json()['authorization_endpoint']}?{query}")

    def identifies(self) -> None:
        """The first page, by the names of the walk; after it the password can be typed."""
        self.tab.locator(self.walk.login).fill(people.login("alice", self.customer))
        if self.walk.next:
            with turning(self.tab, unless=(self.walk.password,)):
                self.tab.locator(self.walk.next).click()

    def gives(self, password: str) -> None:
        """The password, and what it leads to."""
        self.tab.locator(self.walk.password).fill(password)
        with turning(self.tab, unless=(self.walk.error,)):
            self.tab.locator(self.walk.submit).click()

    def agrees(self) -> None:
        """Whatever comes after the password, until the browser is back at the app."""
        for _ in range(4):
            if self.tab.url.startswith(self.customer.redirect_uri):
                return
            shown = next(it for it in self.walk.after if self.tab.locator(it).count())
            with turning(self.tab):
                self.tab.locator(shown).click()

    def problems(self) -> list[str]:
        """What keeps somebody from using the page in front: axe's serious findings, and a banner that is missing."""
        found = Axe().run(self.tab).response["violations"]
        told = [
            f"{it['id']}: {it['nodes'][0]['html'][:120]}" for it in found if it["impact"] in {"serious", "critical"}
        ]
        banner = self.tab.get_by_text("this is a mock of", exact=False)
        return told if banner.count() and banner.first.is_visible() else [*told, "no banner says that this is a mock"]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """One Playwright for the module; browsers are started per gateway."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def foundry() -> Iterator[KeyFoundry]:
    """One foundry for the module."""
    foundry = KeyFoundry()
    yield foundry
    foundry.close()


@pytest.fixture(params=CUSTOMERS, ids=lambda it: it.idp)
def visit(
    request: pytest.FixtureRequest, playwright: Playwright, foundry: KeyFoundry, serve: Callable[..., Gateway]
) -> Iterator[Visit]:
    """A tab at the app of one customer, before anything happened."""
    customer = request.param
    directory = people.directories()[customer.idp]
    vendor = catalogue.vendors()[customer.idp]
    service = Service(vendor, directory, foundry, time.time, Random(3))
    hosts: dict[str, Any] = dict.fromkeys(vendor.hosts(directory), service)
    browser = browsers.launch(playwright, serve({**hosts, "app.pelanor.io": app_named("the app")}))
    tab = browser.new_page()
    tab.set_default_timeout(20_000)
    yield Visit(tab, service, customer)
    browser.close()


def test_every_step_is_usable(visit: Visit) -> None:
    """Each page of a sign-in has the elements that the walk names, labels, contrast and a banner; the field has the focus."""
    visit.begins()
    expect(visit.tab.locator(visit.walk.login)).to_be_focused()
    problems = visit.problems()
    visit.identifies()
    expect(visit.tab.locator(visit.walk.password if visit.walk.next else visit.walk.login)).to_be_focused()
    problems += visit.problems()
    visit.gives("not the password")
    expect(visit.tab.locator(visit.walk.error).first).to_be_visible()
    problems += visit.problems()

    assert problems == []


def test_signs_in_by_keyboard(visit: Visit) -> None:
    """Typing, Tab and Enter are enough, from the first page to the app."""
    visit.begins()
    login = people.login("alice", visit.customer)
    steps = (
        (visit.walk.login, login, "Enter" if visit.walk.next else "Tab"),
        (visit.walk.password, people.PASSWORD, "Enter"),
    )
    for field, text, key in steps:
        visit.tab.locator(field).and_(visit.tab.locator(":focus")).wait_for()
        visit.tab.keyboard.type(text)
        if key == "Tab":
            visit.tab.keyboard.press(key)
            continue
        with turning(visit.tab, unless=(visit.walk.password,) if field == visit.walk.login else ()):
            visit.tab.keyboard.press(key)
    visit.agrees()

    assert visit.tab.url.startswith(visit.customer.redirect_uri)


def test_dead_end_is_told(visit: Visit) -> None:
    """A redirect URI that nobody registered ends on a page with the walk's mark of a dead end, which says what is wrong."""
    visit.begins(redirect_uri="https://evil.example/callback")

    expect(visit.tab.locator(visit.walk.dead_end).first).to_be_visible()
    assert visit.problems() == []
    assert visit.tab.title()
