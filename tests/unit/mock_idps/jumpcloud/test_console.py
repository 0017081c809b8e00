"""The console: steps and names of the sign-in pages, second factors, who is turned away and where, the portal."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest


def _tags(text: str, name: str) -> list[str]:
    return re.findall(rf"<{name}\b[^>]*>", text)


def _alert(org: Any) -> str:
    found = re.search(r'<p role="alert" data-test-id="error-alert"[^>]*>([^<]*)</p>', org.browser.text)
    return found.group(1) if found else ""


def test_first_step_is_the_email(org: Any) -> None:
    """`input[name=email][type=email]` and a button called "Continue" (public scripts that fill the page in)."""
    org.begins()

    assert org.browser.at == "console.jumpcloud.com/login"
    assert 'type="email"' in org.browser.text
    assert 'placeholder="User Email Address"' in org.browser.text
    assert '<button type="submit" data-automation="loginButton">Continue</button>' in org.browser.text


def test_second_step_is_the_password(org: Any) -> None:
    """The address says `step=password`; the e-mail goes along hidden and read-only; the same button reads "Login"."""
    org.begins()
    org.browser.submit(email=org.ada.login)

    assert org.browser.asked["step"] == "password"
    assert any("readonly hidden" in tag for tag in _tags(org.browser.text, "input"))
    assert 'placeholder="User Password"' in org.browser.text
    assert '<button type="submit" data-automation="loginButton">Login</button>' in org.browser.text


def test_hops_of_a_login(org: Any) -> None:
    """Issuer, login page, issuer, consent page, issuer, app; the last redirect is a 303 (ory/hydra v2.2.0)."""
    org.begins()
    first = [(it.status_code, it.url.host, it.url.path) for it in org.browser.hops]
    org.browser.signs_in()
    rest = [(it.status_code, it.url.host, it.url.path) for it in org.browser.hops]

    assert first == [(302, "oauth.id.jumpcloud.com", "/oauth2/auth"), (200, "console.jumpcloud.com", "/login")]
    assert rest == [
        (302, "console.jumpcloud.com", "/login"),
        (302, "oauth.id.jumpcloud.com", "/oauth2/auth"),
        (302, "console.jumpcloud.com", "/consent"),
        (303, "oauth.id.jumpcloud.com", "/oauth2/auth"),
    ]


def test_csrf_cookies_of_the_hops(org: Any) -> None:
    """Each hop leaves a cookie per client on the issuer's host alone."""
    org.signs_in()
    cookies = {(it.domain, re.sub(r"\d+$", "N", it.name)) for it in org.browser.client.cookies.jar}

    assert {("oauth.id.jumpcloud.com", f"ory_hydra_{hop}_csrf_N") for hop in ("login", "consent")} <= cookies
    assert not [name for domain, name in cookies if domain == "console.jumpcloud.com" and "hydra" in name]


@pytest.mark.parametrize("login", ["ada@initech.example", "nobody@initech.example"])
def test_wrong_password_and_unknown_person_read_alike(org: Any, login: str) -> None:
    """The page says "Authentication failed." and no more; the app hears nothing."""
    org.begins()
    org.browser.signs_in(login, "wrong")

    assert _alert(org) == "Authentication failed."
    assert org.browser.at == "console.jumpcloud.com/login"


def test_right_password_after_a_wrong_one(org: Any) -> None:
    """The page with the alert takes the right password."""
    org.begins()
    org.browser.signs_in(password="wrong")

    assert "code" in org.told(org.browser.submit(password=org.ada.password))


def test_empty_email_asks_again(org: Any) -> None:
    """Without an e-mail there is no second step."""
    org.begins()
    org.browser.submit(email=" ")

    assert _alert(org) == "Enter your email address."


@pytest.mark.parametrize("state", ["suspended", "staged", "locked", "password_pending"])
def test_people_who_may_not_sign_in_stay_here(org: Any, state: str) -> None:
    """Only active people reach an app; the others stay on the page (support.jumpcloud.com, "Managing User States")."""
    org.ada.state = state
    org.begins()
    org.browser.signs_in()

    assert _alert(org) == "Authentication failed."


def test_expired_password_leads_to_the_reset_page(org: Any) -> None:
    """The app hears nothing of it."""
    org.ada.state = "password_expired"
    org.begins()
    org.browser.signs_in()

    assert "Reset User Password" in org.browser.text
    assert "data-dead-end" in org.browser.text


def test_ten_wrong_passwords_lock(org: Any) -> None:
    """After too many wrong ones the right one does not help."""
    org.begins()
    org.browser.submit(email=org.ada.login)
    for _ in range(10):
        org.browser.submit(password="wrong")
    org.browser.submit(password=org.ada.password)

    assert _alert(org) == "Authentication failed."


def test_one_time_code(org: Any) -> None:
    """A person with an authenticator app is asked for six digits."""
    org.ada.mfa = ("totp",)
    org.begins()
    org.browser.signs_in()

    assert 'autocomplete="one-time-code"' in org.browser.text
    assert "code" in org.told(org.browser.submit(otp="123456"))


def test_wrong_one_time_code_asks_again(org: Any) -> None:
    """A wrong code is told on the page, and the right one still works."""
    org.ada.mfa = ("totp",)
    org.begins()
    org.browser.signs_in()
    org.browser.submit(otp="000000")

    assert _alert(org) == "Authentication failed."
    assert "code" in org.told(org.browser.submit(otp="123456"))


def test_push(org: Any) -> None:
    """The push button of the chooser has JumpCloud's own test id."""
    org.ada.mfa = ("totp", "push")
    org.begins()
    org.browser.signs_in()

    assert 'data-test-id="UserLogin__MfaChooser__MfaButtons__push"' in org.browser.text
    assert "code" in org.told(org.browser.submit(factor="push"))


def test_declined_push(org: Any) -> None:
    """Who declines on the phone stays on the page."""
    org.ada.mfa, org.ada.attributes["push"] = ("push",), "deny"
    org.begins()
    org.browser.signs_in()
    org.browser.submit(factor="push")

    assert _alert(org) == "Authentication failed."


def test_select_account_is_refused_only_after_password_and_second_factor(org: Any) -> None:
    """The person types everything first (https://community.jumpcloud.com/t5/security-networks/tailscale-sso-oidc/td-p/3184)."""
    org.ada.mfa = ("totp",)
    org.begins(prompt="select_account")
    assert 'name="email"' in org.browser.text
    org.browser.signs_in()
    assert 'name="otp"' in org.browser.text

    assert org.told(org.browser.submit(otp="123456"))["error"] == "invalid_request"


@pytest.mark.parametrize(("switch", "there"), [({}, ""), ({"login_hint": "filled_in"}, "ada@initech.example")])
def test_login_hint_by_switch(org: Any, switch: dict[str, str], there: str) -> None:
    """Whether `login_hint` stands in the e-mail field is not known: it does by switch."""
    org.tenant.settings |= switch
    org.begins(login_hint="ada@initech.example")

    assert f'name="email" value="{there}"' in org.browser.text


def test_live_portal_session_passes_silently(org: Any) -> None:
    """A second login shows no page at all."""
    org.signs_in()

    assert "code" in org.told(org.begins())


def test_prompt_login_asks_again(org: Any) -> None:
    """With a live session `prompt=login` shows the page; the switch makes it pass silently."""
    org.signs_in()
    assert org.begins(prompt="login").status_code == 200
    org.tenant.settings["prompt_login"] = "silent"
    assert "code" in org.told(org.begins(prompt="login"))


def test_policy_asks_for_a_second_factor_in_a_live_session(org: Any) -> None:
    """Conditional access may force a second factor per app (https://jumpcloud.com/support/conditional-access-policies-product)."""
    org.signs_in()
    org.app.settings["conditional_access"] = "mfa"
    org.begins()

    assert 'autocomplete="one-time-code"' in org.browser.text
    assert "code" in org.told(org.browser.submit(otp="123456"))


def test_policy_denies(org: Any) -> None:
    """Conditional access may deny: the page stays here, the app hears nothing."""
    org.app.settings["conditional_access"] = "deny"
    org.begins()
    org.browser.signs_in()

    assert _alert(org) == "Policy denied."


def test_not_assigned_stays_here(org: Any) -> None:
    """Without a bound group the person ends on a page of the console (switch `not_assigned`: "page")."""
    org.app.settings["bound_groups"] = ["Sales"]
    org.begins()
    org.browser.signs_in()

    assert _alert(org) == "User is not assigned to this application."
    assert "data-dead-end" in org.browser.text


def test_person_of_another_organisation_is_not_assigned(org: Any) -> None:
    """The console knows everybody of the region, but an app admits its own organisation only."""
    kind = type(org.tenant)
    bob = type(org.ada)("bob@hooli.example", "5e276189c54d3827769d0000", "Bob", password=org.ada.password)
    org.service.directory.tenants.append(kind("7778e57842cd2850567c0000", "hooli.example", "Hooli", "us", [bob]))
    org.begins()
    org.browser.signs_in("bob@hooli.example")

    assert _alert(org) == "User is not assigned to this application."


def test_consent_asked_and_denied(org: Any) -> None:
    """An app that asks people shows a page; who denies comes back with `access_denied`."""
    org.app.settings["user_consent"] = True
    org.begins()
    org.browser.signs_in()

    assert "Pelanor asks for access" in org.browser.text
    assert org.told(org.browser.submit(consent="deny"))["error"] == "access_denied"


def test_back_button_after_a_login(org: Any) -> None:
    """Back on the login page the live session goes on by itself, and the app gets `access_denied` (ory/hydra, Hydra 2)."""
    org.begins()
    address = str(org.browser.page.url)
    org.browser.signs_in()

    told = org.told(org.browser.open(address))

    assert told["error_description"].endswith("The login verifier has already been used.")


def test_made_up_challenge(org: Any) -> None:
    """A challenge that nobody issued ends on the console."""
    org.browser.open(f"{org.console}/login?login_challenge=made-up")

    assert "data-dead-end" in org.browser.text


def test_portal_shows_the_tile_that_opens_the_login_url(org: Any) -> None:
    """A tile is a link to the app's Login URL; no code comes unasked (https://jumpcloud.com/support/sso-with-oidc)."""
    org.browser.open(f"{org.console}/userconsole")
    org.browser.signs_in()

    assert org.browser.at == "console.jumpcloud.com/userconsole"
    link = next(tag for tag in _tags(org.browser.text, "a") if org.app.client_id in tag)
    assert 'href="https://app.example/start"' in link


def test_portal_hides_apps_of_others(org: Any) -> None:
    """No tile for an app that the person is not bound to."""
    org.app.settings["bound_groups"] = ["Sales"]
    org.browser.open(f"{org.console}/userconsole")
    org.browser.signs_in()

    assert "No application is assigned to you." in org.browser.text


def test_signing_out_of_the_portal(org: Any) -> None:
    """After "Log Out" the next login asks for the password."""
    org.signs_in()
    org.browser.open(f"{org.console}/userconsole/logout", "POST")

    assert org.begins().status_code == 200


def _auth(org: Any, **body: str) -> Any:
    token = org.browser.send("GET", f"{org.console}/userconsole/xsrf").json()["xsrf"]
    return org.browser.send("POST", f"{org.console}/userconsole/auth", json=body, headers={"X-Xsrftoken": token})


def test_json_interface_signs_in(org: Any) -> None:
    """The form's own calls: token, then e-mail and password (github.com/Versent/saml2aws pkg/provider/jumpcloud)."""
    answer = _auth(org, email=org.ada.login, password=org.ada.password, redirectTo="/userconsole")

    assert (answer.status_code, answer.json()) == (200, {"redirectTo": "/userconsole"})
    assert "code" in org.told(org.begins())


def test_json_interface_refuses(org: Any) -> None:
    """A wrong password is 401 "Authentication failed."."""
    answer = _auth(org, email=org.ada.login, password="wrong")

    assert (answer.status_code, answer.json()) == (401, {"message": "Authentication failed."})


def test_json_interface_asks_for_a_second_factor(org: Any) -> None:
    """401 "MFA required." lists the factors; with the code it passes."""
    org.ada.mfa = ("totp",)
    answer = _auth(org, email=org.ada.login, password=org.ada.password)

    assert (answer.status_code, answer.json()) == (
        401,
        {"message": "MFA required.", "factors": [{"type": "totp", "status": "available"}]},
    )
    assert _auth(org, email=org.ada.login, password=org.ada.password, otp="123456").status_code == 200


def test_json_interface_needs_its_token(org: Any) -> None:
    """Without `X-Xsrftoken` nobody signs in."""
    body = {"email": org.ada.login, "password": org.ada.password}

    assert org.browser.send("POST", f"{org.console}/userconsole/auth", json=body).status_code == 401


@pytest.mark.parametrize(("infix", "region"), [(".eu", "eu"), (".in", "in")])
def test_regions_have_their_own_console(org: Any, infix: str, region: str) -> None:
    """A login of another region stays on that region's hosts."""
    org.tenant.region = region
    issuer = f"https://oauth.id{infix}.jumpcloud.com"
    org.browser.open(f"{issuer}/oauth2/auth", params=org.request())
    assert org.browser.at == f"console{infix}.jumpcloud.com/login"
    org.browser.signs_in()

    assert {urlsplit(str(it.url)).hostname for it in org.browser.hops} == {
        f"oauth.id{infix}.jumpcloud.com",
        f"console{infix}.jumpcloud.com",
    }


def test_every_page_says_that_it_is_a_mock(org: Any) -> None:
    """The banner stands on the first page that a person sees."""
    org.begins()

    assert "this is a mock of JumpCloud" in org.browser.text


def test_pages_are_not_stored_and_not_framed(org: Any) -> None:
    """The sign-in page is neither cached nor framed."""
    headers = org.begins().headers

    assert (headers["cache-control"], headers["x-frame-options"]) == ("no-store, no-cache", "DENY")
