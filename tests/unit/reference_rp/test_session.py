"""Sessions, cookies and headers."""

from collections.abc import Callable
from typing import Any

import pytest
from fastapi import Response

from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region

US, EU = "https://app.pelanor.io", "https://app-eu.pelanor.io"
Check = Callable[[Any], str]


def test_cookies_are_out_of_reach(stage: Any) -> None:
    """Both cookies are HttpOnly, Secure, Lax and bound to this very host."""
    first = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})
    second = stage.answer(stage.asked(first))

    for response in (first, second):
        cookie = response.headers["set-cookie"]
        assert cookie.startswith("__Host-")
        assert {"httponly", "secure", "samesite=lax", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
        assert "domain" not in cookie.lower()


def test_a_planted_session_id_is_not_taken_over(stage: Any) -> None:
    """The id is new at every login."""
    stage.browser.client.cookies.set("__Host-session", "planted", domain="app.pelanor.io")
    response = stage.sign_in()

    assert "__Host-session=planted" not in response.headers["set-cookie"]
    assert stage.party.sessions.find("planted", stage.clock()) is None


def test_a_second_login_replaces_the_first(stage: Any) -> None:
    """Another person in the same browser gets their own session, and the old one is gone."""
    stage.issuer.userinfo = {"groups": ["Admins"]}
    stage.sign_in()
    stage.issuer.claims = {"sub": "bob-2"}
    stage.issuer.userinfo = {"sub": "bob-2", "email": "bob2@acme.test", "name": "Bob"}
    stage.sign_in()

    assert stage.browser.me()["roles"] == ["member"]
    assert len(stage.party.sessions.all()) == 1


def test_a_session_expires(stage: Any) -> None:
    """After eight hours one signs in again."""
    stage.sign_in()
    stage.clock.now += 8 * 3600 + 1

    assert not stage.browser.signed_in()


def test_a_session_is_good_in_its_own_region_only(stage: Any) -> None:
    """A US cookie carried to the EU host opens nothing there."""
    stage.sign_in()
    value = stage.browser.client.cookies.get("__Host-session", domain="app.pelanor.io")
    stage.browser.client.cookies.set("__Host-session", value, domain="app-eu.pelanor.io")

    assert not stage.browser.signed_in(EU)


def test_a_session_is_good_for_its_own_organisation_only(stage: Any, refused_by: Check) -> None:
    """Signed in to acme is not signed in to globex."""
    stage.sign_in()

    assert 'data-organisation="acme"' in stage.browser.get("/o/acme/").text
    response = stage.browser.get("/o/globex/")
    assert (response.status_code, refused_by(response)) == (403, "session.tenant")


def test_the_organisations_address_asks_to_sign_in(stage: Any) -> None:
    """A stranger at an organisation's address gets the organisation step, whether it exists or not."""
    assert stage.browser.get("/o/globex/").headers["location"] == "/sign-in/organisation?organisation=globex"
    assert stage.browser.get("/o/nobody/").headers["location"] == "/sign-in/organisation?organisation=nobody"


@pytest.mark.parametrize(
    "path", ["/sign-in", "/sign-in/organisation", "/workspace", "/api/me", "/api/auth/callback/okta-acme-7f3"]
)
def test_nothing_about_a_login_is_stored(stage: Any, path: str) -> None:
    """Every answer but static files is uncacheable, and tells other sites nothing."""
    headers = stage.browser.get(path).headers

    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


def test_the_way_to_the_issuer_is_not_stored(stage: Any) -> None:
    """A stored redirect would send the same state twice."""
    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})

    assert response.headers["cache-control"] == "no-store"


def test_pages_cannot_be_framed(stage: Any) -> None:
    """Sign-in pages are not shown inside other sites."""
    headers = stage.browser.get("/sign-in").headers

    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"


def test_pages_load_only_our_own_things(stage: Any) -> None:
    """No page, the redirect URI's least of all, loads anything of another site or any script (RFC 9700, 4.2.4)."""
    policy = stage.browser.get("/api/auth/callback/okta-acme-7f3").headers["content-security-policy"].split("; ")

    assert {"default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'"} <= set(policy)
    assert not [each for each in policy if each.startswith("script-src")]


@pytest.mark.parametrize("kind", ["session", "login"])
def test_an_old_cookie_is_in_nobodys_way(stage: Any, kind: str) -> None:
    """What another version of the app has left in the browser is replaced, however long it is."""
    stage.browser.client.cookies.set(f"__Host-{kind}", "a" * 3000, domain="app.pelanor.io", path="/")
    first = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})

    assert "a" * 300 not in first.headers["set-cookie"]
    stage.answer(stage.asked(first))
    assert stage.browser.signed_in()


def test_the_policy_lets_a_form_lead_to_an_issuer(stage: Any) -> None:
    """Chromium applies "form-action" to a form's redirect too."""
    policy = stage.browser.get("/sign-in/organisation").headers["content-security-policy"]

    assert "form-action 'self' https:" in policy


def test_style_may_be_stored(stage: Any) -> None:
    """The style sheet is the same for everybody."""
    response = stage.browser.get("/static/pages.css")

    assert (response.status_code, response.headers["cache-control"]) == (200, "public, max-age=3600")


def test_an_address_that_does_not_exist_has_a_page(stage: Any) -> None:
    """A mistyped address is answered in the app's own style."""
    response = stage.browser.get("/nothing")

    assert response.status_code == 404
    assert "There is nothing here" in response.text


def test_a_method_that_does_not_exist_has_a_page(stage: Any) -> None:
    """An address typed into the address bar that only takes forms is answered like any wrong one."""
    response = stage.browser.get("/sign-out")

    assert response.status_code == 405
    assert "There is nothing here" in response.text


def test_a_signed_in_page_says_who_it_is_for(stage: Any) -> None:
    """The body carries account, organisation and role."""
    stage.issuer.userinfo = {"groups": ["Admins"]}
    stage.sign_in()
    text = stage.browser.get("/workspace").text

    assert f'data-account="{stage.browser.me()["account"]}" data-organisation="acme" data-role="admin"' in text


def test_somebody_signed_in_may_sign_in_as_another(stage: Any) -> None:
    """The sign-in page leads on to the workspace, and to another sign-in."""
    stage.sign_in()
    text = stage.browser.get("/sign-in").text

    assert "Go to your workspace" in text
    assert "Log in with SSO" in text


def test_the_settings_show_the_organisation_name(stage: Any) -> None:
    """Settings, Workspaces, Default Workspace: the subtitle is what people type."""
    stage.sign_in()
    assert 'href="/settings/workspaces"' in stage.browser.get("/settings").text
    assert 'href="/settings/workspaces/default"' in stage.browser.get("/settings/workspaces").text

    assert (
        '<p class="subtitle" data-field="organisation-name">acme</p>'
        in stage.browser.get("/settings/workspaces/default").text
    )


def test_a_reset_forgets_everything(stage: Any, refused_by: Check) -> None:
    """Between two rehearsals nothing is left, and no login under way can be finished."""
    stage.sign_in()
    asked = stage.begin()
    stage.party.reset()

    assert not stage.browser.signed_in()
    assert refused_by(stage.answer(asked)) == "state"
    stage.party.reset()
    assert not stage.party.accounts.of("acme-7f3")
    assert not stage.party.issuers


def test_two_apps_share_nothing(stage: Any, clock: Any, runner: Any) -> None:
    """Everything is per instance."""
    from harness.reference_rp.app import create_app

    other = create_app(stage.party.configuration, clock=clock, http=stage.party.http).state.reference_rp
    stage.sign_in()

    assert not other.sessions.all()


def test_a_body_that_is_too_large_is_turned_away(stage: Any) -> None:
    """Forms are small; nothing larger is read."""
    assert stage.browser.post("/sign-in/organisation", {"organisation": "a" * 300_000}).status_code == 413


@pytest.mark.parametrize("length", ["many", "-1", "1.5", "\xb2", "9" * 5000])
def test_a_body_of_no_known_length_is_turned_away(stage: Any, length: str) -> None:
    """What announces no plain number is not read, and breaks nothing."""
    headers = {"content-length": length.encode("latin-1")}
    request = stage.browser.client.post("/sign-in/organisation", content=b"organisation=acme", headers=headers)

    assert stage.run.run(request).status_code == 413


@pytest.mark.parametrize("response_mode", [None, "form_post"])
def test_a_cookie_on_plain_http_claims_nothing(response_mode: str | None) -> None:
    """Browsers drop "SameSite=None" and "__Host-" without Secure, and Secure on plain http: a rehearsal on loopback has none."""
    response = Response()
    cookies.bind_browser(response, "value", response_mode, Region("us", "http://127.0.0.1:8000"))
    cookie = response.headers["set-cookie"].lower()

    assert "samesite=lax" in cookie
    assert "secure" not in cookie
    assert "__host-" not in cookie


def test_the_login_cookie_lasts_an_hour_and_the_host_is_https_only(stage: Any) -> None:
    """The binding outlives any login and no more, on every path; the host is never asked for in plain text again."""
    response = stage.browser.post("/sign-in/organisation", {"organisation": "acme"})

    assert "Max-Age=3600" in response.headers["set-cookie"]
    assert "Path=/;" in response.headers["set-cookie"]
    assert response.headers["strict-transport-security"] == "max-age=31536000"
