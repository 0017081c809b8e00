"""The pages in a real browser: reachable, legible in light and dark, on a telephone, and usable by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


def _asks_the_issuer(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_role("link", name="Log in with SSO").click()
    page.get_by_label("Organisation name").fill("Acme")
    page.get_by_role("button", name="Continue").click()


def _signs_in(page: Page) -> None:
    _asks_the_issuer(page)
    page.get_by_text("Accept").click()
    page.wait_for_url("**/workspace")


def _is_denied(page: Page) -> None:
    _asks_the_issuer(page)
    page.get_by_text("Deny").click()
    page.wait_for_url("**/callback/**")


def _types_an_unknown_name(page: Page) -> None:
    page.goto("/sign-in/organisation")
    page.get_by_label("Organisation name").fill("nobody")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Enter another name").wait_for()


def _enters_a_connection(page: Page, issuer: str = "acme-admin.okta.com") -> None:
    _signs_in(page)
    page.goto("/settings/single-sign-on")
    page.get_by_label("Identity provider").select_option("okta")
    page.get_by_label("Client ID").fill("0oa1")
    page.get_by_label("Client Secret", exact=True).fill("value")
    page.get_by_label("Issuer URL / IdP domain").fill(issuer)
    page.get_by_role("button", name="Save connection").click()
    page.get_by_role("alert").or_(page.get_by_role("status")).wait_for()


def _confirms(page: Page) -> None:
    page.goto("/operator/connections")
    page.get_by_label("Operator key").first.fill("operator")
    page.get_by_label("organization_id").first.fill("acme-7f3")
    page.get_by_role("button", name="Set status").click()
    page.get_by_role("status").wait_for()


def _after_sign_in(path: str) -> Callable[[Page], None]:
    def steps(page: Page) -> None:
        _signs_in(page)
        page.goto(path)

    return steps


# Every page there is, by the way that leads to it.
PAGES: dict[str, Callable[[Page], Any]] = {
    "sign-in": lambda page: page.goto("/sign-in"),
    "sign-in, signed in": _after_sign_in("/sign-in"),
    "organisation": lambda page: page.goto("/sign-in/organisation"),
    "organisation refused": _types_an_unknown_name,
    "denied": _is_denied,
    "callback without a login": lambda page: page.goto("/api/auth/callback/okta-acme-7f3"),
    "signed out": lambda page: page.goto("/signed-out"),
    "nothing here": lambda page: page.goto("/nothing"),
    "operator": lambda page: page.goto("/operator/connections"),
    "confirmed": _confirms,
    "workspace": _signs_in,
    "report": _after_sign_in("/reports/7?tab=b"),
    "settings": _after_sign_in("/settings"),
    "workspaces": _after_sign_in("/settings/workspaces"),
    "default workspace": _after_sign_in("/settings/workspaces/default"),
    "members": _after_sign_in("/settings/members"),
    "single sign-on": _after_sign_in("/settings/single-sign-on"),
    "advice": _enters_a_connection,
    "other organisation": _after_sign_in("/o/other/"),
}
TELEPHONE = 360  # pixels, the narrowest in use


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_a_telephone(page: Page, name: str) -> None:
    """Axe finds nothing serious, in light, in dark and on a telephone, where nothing is wider than the screen."""
    PAGES[name](page)
    for scheme, width in (("light", 1280), ("dark", TELEPHONE)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # both are schemes
        page.set_viewport_size({"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not _serious(page)


def _serious(page: Page) -> list[Any]:
    return [
        (each["id"], [node["html"] for node in each["nodes"]])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in {"serious", "critical"}
    ]


def test_a_person_signs_in_and_out(page: Page, site: Any) -> None:
    """Through an issuer on another site and back, by the words on the pages; nothing starts again afterwards."""
    _signs_in(page)
    expect(page.locator("body")).to_have_attribute("data-organisation", "acme")
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert page.url == f"{site.origin}/signed-out"


def test_the_guide_leads_to_the_organisation_name(page: Page) -> None:
    """Settings, Workspaces, Default Workspace: the subtitle is the name that was typed."""
    _signs_in(page)
    for name in ("Settings", "Workspaces", "Default Workspace"):
        page.get_by_role("link", name=name, exact=True).click()

    expect(page.locator("h1 + .subtitle")).to_have_text("acme")


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until the focus, which must be visible at every stop, is on the control called `name`."""
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.evaluate("each => getComputedStyle(each).outlineStyle") != "none"
        if name in (focused.get_attribute("aria-label") or focused.inner_text(), _label(page)):
            return
    raise AssertionError(f'Tab never reaches "{name}"')


def _label(page: Page) -> str:
    return str(page.evaluate("document.activeElement.labels?.[0]?.textContent ?? ''"))


def test_a_whole_visit_needs_only_a_keyboard(page: Page, site: Any) -> None:
    """In, to the settings, a connection entered, and out again, by Tab, Enter and typing; the focus is always visible."""
    page.goto("/sign-in")
    _tab_to(page, "Log in with SSO")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisation?**")
    page.keyboard.type("acme")
    page.keyboard.press("Enter")
    page.get_by_text("Accept").press("Enter")
    page.wait_for_url("**/workspace")
    for name in ("Settings", "Single sign-on"):
        _tab_to(page, name)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=name, exact=True).wait_for()
    for label, text in (("Identity provider", "Okta"), ("Client ID", "0oa1"), ("Client Secret", "value")):
        _tab_to(page, label)
        page.keyboard.type(text)
    _tab_to(page, "Issuer URL / IdP domain")
    page.keyboard.press("Control+A")
    page.keyboard.type("acme-admin.okta.com")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    _tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    page.wait_for_url("**/signed-out")

    assert not site.party.sessions.all()


def test_the_skip_link_leads_past_the_head(page: Page) -> None:
    """The first stop of Tab is the way to the content."""
    _signs_in(page)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.locator(":focus")).to_have_text("Report 7")


def test_advice_stands_beside_its_field(page: Page) -> None:
    """A mistake in the connection is answered on the page, and read out with its field."""
    _enters_a_connection(page)

    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(page.get_by_label("Issuer URL / IdP domain")).to_have_accessible_description(
        "This is the address of the admin console. Enter acme.okta.com instead."
    )


def test_a_connection_waits_and_is_confirmed(page: Page, site: Any) -> None:
    """Entered, it is shown as pending beside the active one; confirmed by support, it is the active one."""
    site.issuer.answers["openid-configuration"] = lambda request: _document(
        f"{request.url.scheme}://{request.url.netloc.decode()}"
    )
    try:
        _enters_a_connection(page, "acme.okta.com")
    finally:
        site.issuer.answers.clear()
    statuses = page.locator("[data-connection-status]")
    expect(statuses).to_have_count(2)
    expect(statuses.last).to_contain_text("Pending: Okta, https://acme.okta.com, client ID 0oa1")
    _confirms(page)
    page.goto("/settings/single-sign-on")

    expect(statuses).to_have_count(1)
    expect(statuses).to_contain_text("Active: Okta, https://acme.okta.com")


def _document(issuer: str) -> httpx2.Response:
    paths = {
        "authorization_endpoint": "authorize",
        "token_endpoint": "token",
        "jwks_uri": "keys",
        "userinfo_endpoint": "userinfo",
    }
    return httpx2.Response(200, json={"issuer": issuer, **{name: f"{issuer}/{path}" for name, path in paths.items()}})


def test_a_form_post_answer_without_https_ends_on_a_page(page: Page, site: Any) -> None:
    """Without https there is no SameSite=None; the person gets a kind page rather than a loop."""
    before = site.party.configuration
    (acme,) = before.organisations
    changed = replace(acme, connection=replace(acme.connection, response_mode="form_post"))
    site.party.reconfigure(replace(before, organisations=(changed,)))
    try:
        _asks_the_issuer(page)
        page.get_by_text("Accept").click()
        expect(page.locator("main")).to_have_attribute("data-check", "state.browser")
    finally:
        site.party.reconfigure(before)
