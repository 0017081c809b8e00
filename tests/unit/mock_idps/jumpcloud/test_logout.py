"""Logout begun by the app, and userinfo's refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from joserfc import jws

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "logout.json").read_text("utf-8"))["errors"]
USERINFO: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "userinfo.json").read_text("utf-8"))["errors"]
SIGNED_OUT = "https://app.example/signed-out"


def _out(org: Any, **parameters: str) -> Any:
    return org.browser.open(f"{org.issuer}/oauth2/sessions/logout", params=parameters)


def _resigned(org: Any, runner: Any, **changes: object) -> str:
    """Ada's ID token with claims changed (None: left out), signed by the issuer's own key."""
    claims = {name: value for name, value in (org.claims() | changes).items() if value is not None}
    key = runner.run(org.service.ring("jumpcloud-us").signing())
    return jws.serialize_compact({"alg": "RS256", "kid": key.kid}, json.dumps(claims), key.jose)


def test_logout_ends_the_portal_session(org: Any) -> None:
    """With a good hint the browser comes back with the state, and the next login asks for the password."""
    hint = org.tokens()["id_token"]

    answer = _out(org, id_token_hint=hint, post_logout_redirect_uri=SIGNED_OUT, state="s-1")

    assert answer.headers["location"] == f"{SIGNED_OUT}?state=s-1"
    assert org.begins().status_code == 200


def test_portal_session_survives_by_switch(org: Any) -> None:
    """Whether JumpCloud ends the portal's session is inferred: the switch keeps it."""
    org.tenant.settings["logout_ends_portal_session"] = False
    _out(org, id_token_hint=org.tokens()["id_token"], post_logout_redirect_uri=SIGNED_OUT)

    assert "code" in org.told(org.begins())


def test_local_logout_only_lets_the_same_person_in_again(org: Any) -> None:
    """Without a logout at the issuer the next click signs in silently (ts-lib-jumpcloud-sso README)."""
    org.signs_in()

    assert "code" in org.told(org.begins())


def _refused(org: Any) -> dict[str, str]:
    assert org.browser.at == "console.jumpcloud.com/oidc/error"
    asked: dict[str, str] = org.browser.asked
    return asked


def test_unregistered_address_refuses_the_whole_logout(org: Any) -> None:
    """JumpCloud's own words, and the session lives on."""
    _out(org, id_token_hint=org.tokens()["id_token"], post_logout_redirect_uri="https://app.example/elsewhere")

    assert _refused(org) == FACTS["uri_unregistered"]
    assert "code" in org.told(org.begins())


@pytest.mark.parametrize(
    ("fact", "parameters"),
    [("uri_without_hint", {"post_logout_redirect_uri": SIGNED_OUT}), ("state_without_hint", {"state": "s-1"})],
)
def test_nothing_goes_without_the_hint(org: Any, fact: str, parameters: dict[str, str]) -> None:
    """Address or state need the hint; `client_id` is no stand-in."""
    _out(org, client_id=org.app.client_id, **parameters)

    assert _refused(org) == FACTS[fact]


def test_hint_needs_a_sid(org: Any, runner: Any) -> None:
    """An ID token without `sid` is no hint."""
    _out(org, id_token_hint=_resigned(org, runner, sid=None))

    assert _refused(org) == FACTS["hint_without_sid"]


def test_hint_for_a_deleted_app(org: Any, runner: Any) -> None:
    """A hint whose audience is no app is refused (ory/hydra v2.2.0, consent/strategy_default.go)."""
    _out(org, id_token_hint=_resigned(org, runner, aud=["33333333-3333-4333-8333-333333333333"]))

    assert _refused(org)["error_description"].endswith(
        "Logout failed because none of the listed audiences is a registered OAuth 2.0 Client."
    )


def test_expired_hint_is_good_enough(org: Any) -> None:
    """A day later the old ID token still names the session."""
    hint = org.tokens()["id_token"]
    org.clock.now += 86_400

    assert _out(org, id_token_hint=hint, post_logout_redirect_uri=SIGNED_OUT).headers["location"] == SIGNED_OUT


def test_foreign_hint_is_refused(org: Any) -> None:
    """A token that no key of the region signed is refused."""
    _out(org, id_token_hint="a.b.c", post_logout_redirect_uri=SIGNED_OUT)

    assert _refused(org)["error"] == "invalid_request"


def test_logout_without_anything_ends_at_the_console(org: Any) -> None:
    """No hint and no address: the person is asked, and ends on JumpCloud's own page."""
    org.signs_in()
    _out(org)
    assert "Do you want to log out" in org.browser.text

    org.browser.submit()

    assert org.browser.at == "console.jumpcloud.com/login"
    assert org.begins().status_code == 200


def test_logout_without_a_hint_asks_first(org: Any) -> None:
    """A link that anybody can plant ends no session before the person has agreed (ory/hydra, consent/strategy_default.go)."""
    org.signs_in()
    _out(org)

    assert "code" in org.told(org.begins())


def test_logout_may_be_posted(org: Any) -> None:
    """The endpoint takes a form as well."""
    form = {"id_token_hint": org.tokens()["id_token"], "post_logout_redirect_uri": SIGNED_OUT}

    answer = org.browser.open(f"{org.issuer}/oauth2/sessions/logout", "POST", data=form)

    assert answer.headers["location"] == SIGNED_OUT


def test_remembered_login_ends_too(org: Any) -> None:
    """Where Hydra remembers logins, `prompt=none` works until the logout and not after."""
    org.tenant.settings["remember_login"] = True
    hint = org.tokens()["id_token"]
    assert "code" in org.told(org.begins(prompt="none"))

    _out(org, id_token_hint=hint, post_logout_redirect_uri=SIGNED_OUT)

    assert org.told(org.begins(prompt="none"))["error"] == "login_required"


def _expired(org: Any) -> Any:
    token = org.tokens()["access_token"]
    org.clock.now += 3600
    return org.userinfo(token)


def _refresh_token(org: Any) -> Any:
    org.app.settings["refresh_token"] = True
    return org.userinfo(org.tokens(scope="openid offline_access")["refresh_token"])


@pytest.mark.parametrize(
    ("fact", "ask"),
    [("unknown", lambda org: org.userinfo("made-up")), ("expired", _expired), ("refresh_token", _refresh_token)],
)
def test_userinfo_refuses_as_the_fact_says(org: Any, fact: str, ask: Any) -> None:
    """Status, challenge and body are the fact's (ory/hydra v2.2.0, oauth2/handler.go)."""
    answer = ask(org)

    assert answer.status_code == USERINFO[fact]["http_status"]
    assert answer.headers["www-authenticate"] == USERINFO[fact]["www_authenticate"]
    assert answer.json() == USERINFO[fact]["body"]


def test_userinfo_without_a_token(org: Any) -> None:
    """No token is refused as an unknown one is."""
    assert org.browser.send("GET", f"{org.issuer}/userinfo").json() == USERINFO["unknown"]["body"]


def test_userinfo_takes_the_token_in_a_form(org: Any) -> None:
    """The token may stand in a form field (RFC 6750, 2.2)."""
    token = org.tokens()["access_token"]

    assert org.post("/userinfo", {"access_token": token}).json()["sub"] == org.ada.id


def test_userinfo_of_another_region(org: Any) -> None:
    """A token of the US region is unknown in Europe."""
    headers = {"Authorization": f"Bearer {org.tokens()['access_token']}"}

    answer = org.new_browser().send("GET", "https://oauth.id.eu.jumpcloud.com/userinfo", headers=headers)

    assert answer.json() == USERINFO["unknown"]["body"]
