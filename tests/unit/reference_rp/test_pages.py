"""The pages in a real browser: reachable, legible and usable by keyboard, with an issuer on another site."""

import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlencode

import httpx2
import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from harness.browser import find
from harness.reference_rp.app import create_app
from harness.reference_rp.configuration import Configuration, Connection, Organisation, Region


@dataclass
class Site:
    """The app at 127.0.0.1, and an issuer at localhost, which is another site to a browser."""

    app: Any
    issuer: Any
    origin: str
    issuer_origin: str
    server: Any = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Serve by host name; the issuer only has a page with a button that leads back."""
        host = dict(scope.get("headers", [])).get(b"host", b"").decode()
        if scope["type"] == "lifespan" or not host.startswith("localhost"):
            await self.app(scope, receive, send)
            return
        asked = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
        self.issuer.nonce = asked.get("nonce", "")
        answer = {"code": "c", "state": asked.get("state", "")}
        if asked.get("response_mode") == "form_post":
            fields = "".join(f'<input type="hidden" name="{name}" value="{value}">' for name, value in answer.items())
            page = f'<form method="post" action="{asked["redirect_uri"]}">{fields}<button>Accept</button></form>'
        else:
            page = f'<a href="{asked.get("redirect_uri")}?{urlencode(answer)}">Accept</a>'
        page = f"<!doctype html><title>Issuer</title>{page}"
        headers = [(b"content-type", b"text/html")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": page.encode()})


@pytest.fixture(scope="module")
def site(scripted_issuer: Any) -> Iterator[Site]:
    """App and issuer on one loopback port."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    origin, other = f"http://127.0.0.1:{port}", f"http://localhost:{port}"
    issuer = scripted_issuer(other)
    issuer.userinfo = {"groups": ["Admins"]}
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(issuer.handle))
    acme = Organisation(
        "acme", "acme-7f3", connection=Connection("okta", other, "client-1", "s"), group_roles={"Admins": "admin"}
    )
    app = create_app(Configuration((Region("us", origin),), (acme,)), clock=issuer.clock, http=http)
    site = Site(app, issuer, origin, other)
    server = uvicorn.Server(uvicorn.Config(site, log_level="critical", ws="none"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    yield site
    server.should_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser without a window: whichever the project finds on this machine."""
    found = find()
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found.path if found else None, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(params=["light", "dark"])
def page(site: Site, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page, once in each colour scheme."""
    site.app.state.reference_rp.reset()
    context = chromium.new_context(base_url=site.origin, color_scheme=request.param)
    yield context.new_page()
    context.close()


def _sign_in(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_role("link", name="Log in with SSO").click()
    page.get_by_label("Organisation name").fill("Acme")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Accept").click()
    page.wait_for_url("**/workspace")


def _is_accessible(page: Page) -> None:
    found = [each for each in Axe().run(page).response["violations"] if each["impact"] in {"serious", "critical"}]

    assert not [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def test_a_person_signs_in_and_out(page: Page, site: Site) -> None:
    """Through an issuer on another site and back, by the words on the pages; nothing starts again afterwards."""
    _sign_in(page)
    expect(page.locator("body")).to_have_attribute("data-organisation", "acme")
    page.get_by_role("button", name="Sign out").click()

    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert page.url == f"{site.origin}/signed-out"


def test_the_way_to_sign_in_needs_only_a_keyboard(page: Page) -> None:
    """The organisation's name can be typed at once, and Enter goes on."""
    page.goto("/sign-in")
    page.get_by_role("link", name="Log in with SSO").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisation?**")
    page.keyboard.type("acme")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Accept")).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/sign-in",
        "/sign-in/organisation",
        "/signed-out",
        "/nothing",
        "/operator/connections",
        "/api/auth/callback/okta-acme-7f3",
    ],
)
def test_pages_before_sign_in_are_accessible(page: Page, path: str) -> None:
    """Axe finds nothing serious, in light and in dark."""
    page.goto(path)

    _is_accessible(page)


@pytest.mark.parametrize(
    "path",
    [
        "/workspace",
        "/reports/7?tab=b",
        "/settings",
        "/settings/workspaces",
        "/settings/workspaces/default",
        "/settings/members",
        "/settings/single-sign-on",
    ],
)
def test_pages_after_sign_in_are_accessible(page: Page, path: str) -> None:
    """Axe finds nothing serious, in light and in dark."""
    _sign_in(page)
    page.goto(path)

    _is_accessible(page)


@pytest.mark.parametrize("path", ["/workspace", "/settings/single-sign-on", "/settings/members"])
def test_pages_fit_a_small_screen(page: Page, path: str) -> None:
    """Nothing is wider than a telephone."""
    _sign_in(page)
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_advice_stands_beside_its_field(page: Page) -> None:
    """A mistake in the connection is answered on the page, and read out."""
    _sign_in(page)
    page.goto("/settings/single-sign-on")
    page.get_by_label("Identity provider").select_option("okta")
    page.get_by_label("Client ID").fill("0oa1")
    page.get_by_label("Client Secret", exact=True).fill("value")
    page.get_by_label("Issuer URL / IdP domain").fill("acme-admin.okta.com")
    page.get_by_role("button", name="Save connection").click()

    expect(page.get_by_role("alert")).to_contain_text("Not saved")
    expect(page.get_by_text("Enter acme.okta.com instead.")).to_be_visible()
    expect(page.get_by_label("Issuer URL / IdP domain")).to_have_accessible_description(
        "This is the address of the admin console. Enter acme.okta.com instead."
    )
    _is_accessible(page)


def test_a_form_post_answer_signs_in(page: Page, site: Site) -> None:
    """Without https there is no SameSite=None; the person gets a kind page rather than a loop."""
    party = site.app.state.reference_rp
    before = party.configuration
    (acme,) = before.organisations
    changed = replace(acme, connection=replace(acme.connection, response_mode="form_post"))
    party.reconfigure(replace(before, organisations=(changed,)))
    page.goto("/sign-in/organisation")
    page.get_by_label("Organisation name").fill("acme")
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Accept").click()
    party.reconfigure(before)

    expect(page.locator("main")).to_have_attribute("data-check", "state.browser")
