"""The example of docs/own-app.md, "In your own pytest suite": a shop's own tests, with this package's fixtures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from harness.own_app.guest import GuestWorld, Idp
from tests.apps.own_suite.shop import create

ORIGIN = "https://shop.example"


@pytest.fixture
def shop(sso_world: GuestWorld, monkeypatch: pytest.MonkeyPatch) -> Callable[[Idp], None]:
    """Opens the shop at its public address, connected to an IdP."""
    for name, value in sso_world.environment.items():
        monkeypatch.setenv(name, value)

    def opened(idp: Idp) -> None:
        idp.register(f"{ORIGIN}/callback")
        sso_world.serves(ORIGIN, create(idp.discovery_url, idp.client_id, idp.client_secret))

    return opened


@pytest.fixture(params=["entra", "okta", "jumpcloud"])
def idp(request: pytest.FixtureRequest, sso_fresh: GuestWorld) -> Idp:
    """Each IdP in turn."""
    return sso_fresh.idp(request.param)


def test_alice_signs_in(
    shop: Callable[[Idp], None], idp: Idp, request: pytest.FixtureRequest, sign_in: Callable[..., None]
) -> None:
    """Alice signs in at her company's IdP and is back in the shop."""
    shop(idp)
    page: Page = request.getfixturevalue("sso_page")

    page.goto(ORIGIN)
    page.get_by_role("link", name="Log in").click()
    sign_in(page, idp)

    page.wait_for_url(f"{ORIGIN}/")
    assert page.get_by_text(f"Signed in as {idp.person('alice').email}").is_visible()
