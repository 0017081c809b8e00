"""Limits to the character and the second, attributes of cookies, and sessions that are really over."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from typing import Any

import pytest


def _cookies(answers: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for answer in answers:
        for line in answer.headers.get_list("set-cookie"):
            found |= {re.sub(r"\d+$", "N", name): morsel for name, morsel in SimpleCookie(line).items()}
    return found


@pytest.mark.parametrize(
    "name", ["jumpcloud_portal", "ory_hydra_login_csrf_N", "ory_hydra_consent_csrf_N", "ory_hydra_session"]
)
def test_cookies_are_safe(org: Any, name: str) -> None:
    """Every cookie of a login is Secure, HttpOnly and SameSite=Lax, so that it survives the way back from the app's site."""
    org.tenant.settings["remember_login"] = True
    org.begins()
    answers = list(org.browser.hops)
    org.browser.signs_in()
    cookie = _cookies(answers + org.browser.hops)[name]

    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "lax")
    assert len(cookie.value) >= 32


def test_csrf_cookies_last_as_long_as_the_page(org: Any) -> None:
    """Thirty minutes (ory/hydra v2.2.0, consent/csrf.go)."""
    org.begins()

    assert _cookies(org.browser.hops)["ory_hydra_login_csrf_N"]["max-age"] == "1800"


def test_token_of_the_json_interface_is_readable_by_the_page(org: Any) -> None:
    """Its cookie is Secure and SameSite=Lax, but no HttpOnly; asked again it stays."""
    first = org.browser.send("GET", f"{org.console}/userconsole/xsrf")
    second = org.browser.send("GET", f"{org.console}/userconsole/xsrf")
    cookie = _cookies([first])["_xsrf"]

    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, "", "lax")
    assert first.json() == second.json()
    assert len(cookie.value) == 32


def test_consent_needs_its_cookie(org: Any) -> None:
    """A cookie lost on the consent page is noticed as the login page's is."""
    org.app.settings["user_consent"] = True
    org.begins()
    org.browser.signs_in()
    org.browser.client.cookies.clear()

    assert org.told(org.browser.submit(consent="allow"))["error"] == "request_forbidden"


@pytest.mark.parametrize("host", ["localhost:8080", "app.localhost", "127.0.0.1:8080", "[::1]:8080"])
def test_plain_http_is_for_localhost(org: Any, host: str) -> None:
    """A redirect URI on plain http passes where its host is this machine (https://github.com/ory/hydra/issues/1021)."""
    org.app.redirect_uris = (f"http://{host}/cb",)
    org.begins(redirect_uri=f"http://{host}/cb")

    assert "?code=" in org.browser.signs_in().headers["location"]


@pytest.mark.parametrize(("age", "passes"), [(100, True), (99, False)])
def test_max_age_to_the_second(org: Any, age: int, *, passes: bool) -> None:
    """A sign-in that is exactly `max_age` seconds old is young enough (ory/fosite, handler/openid/validator.go)."""
    org.tenant.settings["portal_auth_time"] = "session"
    org.signs_in()
    org.clock.now += 100

    assert ("code" in org.told(org.begins(max_age=str(age)))) is passes


def test_max_age_of_nothing_is_no_limit(org: Any) -> None:
    """`max_age=0` asks for nothing after the sign-in (ory/fosite compares only what is above zero)."""
    org.tenant.settings["portal_auth_time"] = "session"
    org.signs_in()
    org.clock.now += 100

    assert "code" in org.told(org.begins(max_age="0"))


def test_eight_characters_of_nonce_will_do(org: Any) -> None:
    """The limit is eight."""
    assert org.claims(nonce="12345678")["nonce"] == "12345678"


def test_one_character_of_nonce_is_too_few(org: Any) -> None:
    """One character is a nonce, and a weak one."""
    assert org.redeems(org.code(nonce="1")).json()["error"] == "insufficient_entropy"


def test_longest_verifier(org: Any) -> None:
    """128 characters are compared, and found wrong; they are not too long."""
    answer = org.redeems(org.code(**org.challenge), code_verifier="x" * 128)

    assert answer.json()["error_description"].endswith("The PKCE code challenge did not match the code verifier.")


def _saved(org: Any) -> list[Any]:
    return list(org.browser.client.cookies.jar)


def _restored(org: Any, cookies: list[Any]) -> None:
    for cookie in cookies:
        org.browser.client.cookies.jar.set_cookie(cookie)


def _log_out_of_the_portal(org: Any) -> None:
    org.browser.open(f"{org.console}/userconsole/logout", "POST")


def _log_out_of_the_app(org: Any) -> None:
    org.browser.open(f"{org.issuer}/oauth2/sessions/logout")
    org.browser.submit()


@pytest.mark.parametrize("leaves", [_log_out_of_the_portal, _log_out_of_the_app])
def test_a_kept_cookie_is_worth_nothing_after_logout(org: Any, leaves: Any) -> None:
    """The session ends at the server: a copy of its cookie does not bring it back."""
    org.signs_in()
    before = _saved(org)
    leaves(org)
    _restored(org, before)

    assert org.begins().status_code == 200


@pytest.mark.parametrize("leaves", [_log_out_of_the_portal, _log_out_of_the_app])
def test_logout_takes_the_cookie_away(org: Any, leaves: Any) -> None:
    """The browser forgets the portal's cookie."""
    org.signs_in()
    leaves(org)

    assert "jumpcloud_portal" not in {it.name for it in _saved(org)}


def test_logout_ends_the_remembered_login_for_good(org: Any) -> None:
    """Hydra's own session ends at the server, and its cookie goes."""
    org.tenant.settings["remember_login"] = True
    org.signs_in()
    before = _saved(org)
    _log_out_of_the_app(org)
    assert "ory_hydra_session" not in {it.name for it in _saved(org)}
    _restored(org, before)

    assert org.told(org.begins(prompt="none"))["error"] == "login_required"


def _auth(org: Any, **body: str) -> Any:
    token = org.browser.send("GET", f"{org.console}/userconsole/xsrf").json()["xsrf"]
    return org.browser.send("POST", f"{org.console}/userconsole/auth", json=body, headers={"X-Xsrftoken": token})


def test_json_interface_refuses_a_wrong_code(org: Any) -> None:
    """A wrong one-time code is a failed sign-in."""
    org.ada.mfa = ("totp",)
    answer = _auth(org, email=org.ada.login, password=org.ada.password, otp="000000")

    assert (answer.status_code, answer.json()) == (401, {"message": "Authentication failed."})


def test_json_interface_counts_as_second_factor(org: Any) -> None:
    """Who gave a code there is not asked again by an app's policy; who gave none is."""
    org.app.settings["conditional_access"] = "mfa"
    _auth(org, email=org.ada.login, password=org.ada.password)
    assert "one-time-code" in org.begins().text
    org.ada.mfa = ("totp",)
    _auth(org, email=org.ada.login, password=org.ada.password, otp="123456")

    assert "code" in org.told(org.begins())


def test_json_interface_leads_to_the_portal_by_itself(org: Any) -> None:
    """Without a wish the answer names the portal; with one it names that."""
    assert _auth(org, email=org.ada.login, password=org.ada.password).json() == {"redirectTo": "/userconsole"}
    wished = _auth(org, email=org.ada.login, password=org.ada.password, redirectTo="/login?x=1").json()
    assert wished == {"redirectTo": "/login?x=1"}


@pytest.mark.parametrize("change", [{"state": "inactive"}, {"initiate_login_uri": None}])
def test_portal_hides_apps_that_cannot_be_opened(org: Any, change: dict[str, Any]) -> None:
    """An app that is switched off, or has no Login URL, has no tile."""
    for name, value in change.items():
        setattr(org.app, name, value)
    org.browser.open(f"{org.console}/userconsole")
    org.browser.signs_in()

    assert org.app.client_id not in org.browser.text
