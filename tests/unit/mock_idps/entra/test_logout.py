"""Signing out, and My Apps.

Facts: https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request.
"""

from __future__ import annotations

import re
from typing import Any

from mock_idps.core.model import AppRegistration

from .conftest import ACME, CALLBACK, WEB, Visitor, oid, part


def _logout(visitor: Visitor, **asked: str) -> Any:
    return visitor.get(f"/{ACME}/oauth2/v2.0/logout", params=asked)


def test_signed_out_means_signed_out(visitor: Visitor) -> None:
    """After it the next login asks for a password; without an address the page stays."""
    visitor.signs_in()
    _logout(visitor)
    heading = visitor.heading
    visitor.authorize()

    assert heading == "You signed out of your account"
    assert visitor.heading == "Sign in"


def test_apps_are_told_in_hidden_frames(visitor: Visitor) -> None:
    """Every app of the session gets a GET of its front-channel address."""
    visitor.signs_in()

    assert re.findall(r'<iframe src="([^"]+)"', _logout(visitor).text) == ["https://app.pelanor.io/logout/front"]


def test_frames_may_carry_session_and_issuer(visitor: Visitor) -> None:
    """`iss` and `sid` are a switch, since no source promises them."""
    visitor.app.settings["frontchannel_session"] = True
    answer = visitor.signs_in()

    assert f"sid={answer['session_state']}" in _logout(visitor).text


def test_registered_address_is_gone_to(visitor: Visitor) -> None:
    """A registered redirect URI is where the browser goes, after the frames."""
    visitor.signs_in()
    page = _logout(visitor, post_logout_redirect_uri=CALLBACK, state="s").text

    assert f'href="{CALLBACK}?state=s"' in page


def test_state_may_stay_behind(visitor: Visitor) -> None:
    """Whether `state` comes back is a switch, since Microsoft's page does not say."""
    visitor.tenant.settings["logout_echoes_state"] = False
    answer = _logout(visitor, post_logout_redirect_uri=CALLBACK, state="s")

    assert answer.headers["location"] == CALLBACK


def test_unknown_tenant_is_a_page(visitor: Visitor) -> None:
    """AADSTS90002; nobody is signed out."""
    visitor.signs_in()
    visitor.get("/nowhere/oauth2/v2.0/logout")

    assert visitor.alert.startswith("AADSTS90002: ")
    assert visitor.authorize(prompt="none").headers["location"].startswith(f"{CALLBACK}?code=")


def test_without_frames_it_is_a_redirect(visitor: Visitor) -> None:
    """No app to tell: 302 at once."""
    answer = _logout(visitor, post_logout_redirect_uri=CALLBACK)

    assert (answer.status_code, answer.headers["location"]) == (302, CALLBACK)


def test_unregistered_address_is_not_gone_to(visitor: Visitor) -> None:
    """Somebody else's address leaves the person on Microsoft's page."""
    answer = _logout(visitor, post_logout_redirect_uri="https://evil.example/")

    assert answer.status_code == 200
    assert "evil.example" not in answer.text


def _two_accounts(visitor: Visitor) -> str:
    visitor.app.settings["optional_claims"] = ("login_hint",)
    hint: str = visitor.id_token()["login_hint"]
    visitor.signs_in("bob@acme.example", prompt="login")
    return hint


def test_several_accounts_are_picked_from(visitor: Visitor) -> None:
    """Without a hint the person is asked; the other account stays signed in."""
    _two_accounts(visitor)
    _logout(visitor)
    heading = visitor.heading
    visitor.send("POST", f"/{ACME}/oauth2/v2.0/logout", data=visitor.fields() | {"account": oid(1)})
    visitor.authorize()
    token = visitor.redeem(visitor.answer()["code"]).json()["id_token"]

    assert heading == "Pick an account"
    assert part(token, 1)["oid"] == oid(2)


def test_hint_skips_the_picker(visitor: Visitor) -> None:
    """`logout_hint` is the `login_hint` claim."""
    hint = _two_accounts(visitor)
    _logout(visitor, logout_hint=hint)

    assert visitor.heading == "You signed out of your account"


def test_my_apps_starts_the_app(visitor: Visitor) -> None:
    """A tile leads to the registered address, with nothing added."""
    page = visitor.get(f"https://myapps.microsoft.com/?tenantId={ACME}").text
    link = re.search(r'class="app" href="([^"]+)"', page)
    assert link
    answer = visitor.get("https://myapps.microsoft.com" + link[1])

    assert answer.headers["location"] == "https://app.pelanor.io/start"


def test_my_apps_may_name_the_issuer(visitor: Visitor) -> None:
    """The issuer in the address is a switch."""
    visitor.app.settings["my_apps_sends_issuer"] = True
    answer = visitor.get(f"https://launcher.myapps.microsoft.com/api/signin/{WEB}?tenantId={ACME}")

    assert "?iss=https%3A%2F%2Flogin.microsoftonline.com%2F" in answer.headers["location"]


def test_app_without_home_page_cannot_be_started(visitor: Visitor) -> None:
    """There is nowhere to go."""
    visitor.tenant.apps[0] = AppRegistration(WEB, "x")

    assert visitor.get(f"https://myapps.microsoft.com/signin/{WEB}").status_code == 200
    assert visitor.alert.startswith("AADSTS700016")
