"""Every situation in which the authorization endpoint refuses: where it shows, with which status, in which words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "authorize_errors.json").read_text("utf-8"))
Provocation = Callable[[Any], Any]
"""What the person and the app do; the last answer of the issuer comes back."""

FOREVER = 10**9


def _asking(**changes: str | None) -> Provocation:
    """Refused before anybody signs in."""
    return lambda org: org.begins(**changes)


def _signing_in(**changes: str | None) -> Provocation:
    """Refused only after the person has signed in."""

    def provoked(org: Any) -> Any:
        assert org.begins(**changes).status_code == 200, "the person is to see a sign-in page first"
        return org.browser.signs_in()

    return provoked


def _with(provocation: Provocation, **settings: object) -> Provocation:
    def provoked(org: Any) -> Any:
        org.app.settings |= settings
        return provocation(org)

    return provoked


def _for_the_organisation(provocation: Provocation, **settings: object) -> Provocation:
    def provoked(org: Any) -> Any:
        org.tenant.settings |= settings
        return provocation(org)

    return provoked


def _inactive(org: Any) -> Any:
    org.app.state = "inactive"
    return org.begins()


def _registered(uri: str, provocation: Provocation) -> Provocation:
    def provoked(org: Any) -> Any:
        org.app.redirect_uris = (uri,)
        return provocation(org)

    return provoked


def _old_session(org: Any) -> Any:
    org.tenant.settings["remember_login"] = True
    org.signs_in()
    org.clock.now += 100
    return org.begins(prompt="none", max_age="60")


def _no_consent(org: Any) -> Any:
    org.tenant.settings["remember_login"] = True
    org.signs_in()
    org.service.grants.consents.clear()
    return org.begins(prompt="none")


def _none_and_more(org: Any) -> Any:
    org.tenant.settings["remember_login"] = True
    org.signs_in()
    return org.begins(prompt="none consent")


def _hint_of_somebody(org: Any) -> str:
    token: str = org.tokens()["id_token"]
    org.tenant.people.append(_twin(org))
    return token


def _twin(org: Any) -> Any:
    kind = type(org.ada)
    return kind("bob@initech.example", "5e276189c54d3827769d0bob", "Bob Babbage", password=org.ada.password)


def _other_person_in_session(org: Any) -> Any:
    hint = _hint_of_somebody(org)
    org.tenant.settings["remember_login"] = True
    org.browser = org.new_browser()
    org.begins()
    org.browser.signs_in("bob@initech.example")
    return org.begins(id_token_hint=hint)


def _old_portal_session(org: Any, **changes: str) -> Any:
    org.tenant.settings |= {"portal_auth_time": "session", "prompt_login": "silent"}
    org.signs_in()
    org.clock.now += 100
    return org.begins(**changes)


def _public(org: Any) -> Any:
    org.app.auth_method = "none"
    return _signing_in()(org)


def _without_cookies(org: Any) -> Any:
    org.begins()
    org.browser.client.cookies.clear()
    return org.browser.signs_in()


def _second_tab(org: Any) -> Any:
    first = org.browser
    org.begins()
    org.browser.send("GET", f"{org.issuer}/oauth2/auth", params=org.request(state="state-of-second-tab"))
    return first.signs_in()


def _hop(org: Any, verifier: str) -> str:
    """The address at the issuer that a finished login went through."""
    return next(str(it.url) for it in org.browser.hops if verifier in str(it.url))


def _replayed(verifier: str) -> Provocation:
    def provoked(org: Any) -> Any:
        org.signs_in()
        return org.browser.open(_hop(org, verifier))

    return provoked


def _made_up(verifier: str) -> Provocation:
    return lambda org: org.browser.open(f"{org.issuer}/oauth2/auth", params=org.request() | {verifier: "f" * 32})


def _page_left_open(org: Any) -> Any:
    org.begins()
    org.clock.now += 1800
    return org.browser.signs_in()


def _consent_left_open(org: Any) -> Any:
    org.app.settings["user_consent"] = True
    org.begins()
    org.browser.signs_in()
    org.clock.now += 1800
    return org.browser.submit(consent="allow")


def _not_assigned(org: Any) -> Any:
    org.tenant.settings["not_assigned"] = "redirect"
    org.app.settings["bound_groups"] = ["Sales"]
    return _signing_in()(org)


PROVOCATIONS: dict[str, Provocation] = {
    "redirect_uri_unregistered": _asking(redirect_uri="https://app.example/api/auth/callback/jumpcloud-initech/"),
    "redirect_uri_missing": _asking(redirect_uri=None),
    "redirect_uri_with_fragment": _registered(
        "https://app.example/cb#x", _asking(redirect_uri="https://app.example/cb#x")
    ),
    "redirect_uri_plain_http": _registered("http://app.example/cb", _signing_in(redirect_uri="http://app.example/cb")),
    "client_unknown": _asking(client_id="33333333-3333-4333-8333-333333333333"),
    "client_inactive": _inactive,
    "state_short": _asking(state="1234567"),
    "scope_not_allowed": _asking(scope="openid foo"),
    "response_type_missing": _asking(response_type=None),
    "response_type_id_token": _asking(response_type="id_token"),
    "response_mode_unknown": _asking(response_mode="foo"),
    "form_post": _asking(response_mode="form_post"),
    "prompt_select_account": _signing_in(prompt="select_account"),
    "prompt_none_and_more": _none_and_more,
    "prompt_none_without_session": _asking(prompt="none"),
    "prompt_none_and_old_session": _old_session,
    "prompt_none_without_consent": _no_consent,
    "hint_of_other_person_in_session": _other_person_in_session,
    "hint_undecodable": _signing_in(id_token_hint="no.token.atall"),
    "prompt_login_not_again": lambda org: _old_portal_session(org, prompt="login"),
    "pkce_plain": _signing_in(code_challenge="x" * 43),
    "pkce_method_unknown": _signing_in(code_challenge="x" * 43, code_challenge_method="S512"),
    "public_without_pkce": _public,
    "request_object": _asking(request="a.b.c"),
    "registration": _asking(registration="{}"),
    "csrf_cookie_lost": _without_cookies,
    "csrf_cookie_of_another_login": _second_tab,
    "login_verifier_replayed": _replayed("login_verifier"),
    "login_verifier_unknown": _made_up("login_verifier"),
    "consent_verifier_replayed": _replayed("consent_verifier"),
    "consent_verifier_unknown": _made_up("consent_verifier"),
    "login_page_expired": _page_left_open,
    "consent_page_expired": _consent_left_open,
    "not_assigned_redirect": _not_assigned,
    "max_age_not_met": lambda org: _old_portal_session(org, max_age="60"),
    "back_end_fault": _with(_asking(), back_end_fault="authorize"),
}

DETAILS = {
    "redirect_uri_with_fragment": {"<uri>": "https://app.example/cb#x"},
}
"""What stands in a fact's places."""


def _expected(name: str, fact: dict[str, Any]) -> str:
    text: str = fact["error_description"]
    for place, value in DETAILS.get(name, {}).items():
        text = text.replace(place, value)
    if name == "prompt_login_not_again":
        text = text.replace("<time>", "2027-01-15 08:00:00 +0000 UTC", 1)
        text = text.replace("<time>", "2027-01-15 08:01:40 +0000 UTC", 1)
    return text


@pytest.mark.parametrize("name", FACTS)
def test_refusal_reads_as_the_fact_says(org: Any, name: str) -> None:
    """Place, status, error and description are the fact's, to the character."""
    fact = FACTS[name]

    answer = PROVOCATIONS[name](org)

    if fact["place"] == "page":
        assert org.browser.hops[-2].status_code == 302
        assert org.browser.at == "console.jumpcloud.com/oidc/error"
        assert org.browser.asked == {"error": fact["error"], "error_description": _expected(name, fact)}
        assert _expected(name, fact) in org.browser.text
    else:
        assert answer.status_code == fact["status"]
        told = org.posted(answer) if fact["place"] == "form_post" else org.told(answer)
        state = {"state": "1234567" if name == "state_short" else "state-of-the-app"}
        assert told == {"error": fact["error"], "error_description": _expected(name, fact)} | state


def test_the_real_invalid_state_url(org: Any) -> None:
    """The address that JumpCloud itself sent: sorted keys, `state=` although none was sent.

    Source: https://app.sourcebot.dev/chat/cmmyp5bsc0001n37tvx8dz4bp
    """
    location = org.begins(state=None).headers["location"]

    assert location == (
        f"{org.app.redirect_uris[0]}?error=invalid_state&error_description="
        "The+state+is+missing+or+does+not+have+enough+characters+and+is+therefore+considered+too+weak.+Request+"
        "parameter+%27state%27+must+be+at+least+be+8+characters+long+to+ensure+sufficient+entropy.&state="
    )


def test_pkce_does_not_waive_state(org: Any) -> None:
    """`state` is compulsory although PKCE protects the code (ts-lib-jumpcloud-sso README, "Gotchas")."""
    assert org.told(org.begins(state=None, **org.challenge))["error"] == "invalid_state"


def test_eight_characters_of_state_will_do(org: Any) -> None:
    """The limit is eight."""
    assert org.begins(state="12345678").status_code == 200


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"client_id": "nobody"}, {"response_mode": "foo"}),
        ({"request": "a.b.c"}, {"response_mode": "foo"}),
        ({"response_mode": "foo"}, {"redirect_uri": "https://evil.example/"}),
        ({"redirect_uri": "https://evil.example/"}, {"scope": "openid foo"}),
        ({"scope": "openid foo"}, {"audience": "https://api.example"}),
        ({"audience": "https://api.example"}, {"registration": "{}"}),
        ({"registration": "{}"}, {"response_type": "token"}),
        ({"response_type": "token"}, {"response_mode": "form_post"}),
        ({"response_mode": "form_post"}, {"state": "short"}),
    ],
)
def test_checks_come_in_fosites_order(org: Any, first: dict[str, str], second: dict[str, str]) -> None:
    """Of two faults the earlier check speaks (ory/fosite v0.49.0, authorize_request_handler.go)."""
    assert _error(org, **first, **second) == _error(org, **first)
    assert _error(org, **first, **second) != _error(org, **second)


def _error(org: Any, **changes: str) -> str:
    answer = org.begins(**changes)
    if answer.status_code == 303:
        told: dict[str, str] = org.told(answer)
    else:
        told = org.browser.asked if org.browser.asked.get("error") else org.posted(answer)
    return told["error_description"]


def test_query_of_the_redirect_uri_is_sorted_in(org: Any) -> None:
    """Members of the redirect URI's own query are kept, and sorted with the rest (ory/fosite, authorize_write.go)."""
    org.app.redirect_uris = ("https://app.example/cb?tenant=7&a=",)
    location = _redirected(org, redirect_uri="https://app.example/cb?tenant=7&a=")

    assert [part.partition("=")[0] for part in location.partition("?")[2].split("&")] == [
        "a",
        "code",
        "scope",
        "state",
        "tenant",
    ]


def _redirected(org: Any, **changes: str) -> str:
    org.begins(**changes)
    location: str = org.browser.signs_in().headers["location"]
    return location


def test_only_redirect_uri_need_not_be_said(org: Any) -> None:
    """Without "openid" the only registered redirect URI may be left out (ory/fosite, authorize_request_handler.go)."""
    org.begins(redirect_uri=None, scope="email")

    assert "code" in org.told(org.browser.signs_in())


def test_one_of_several_redirect_uris_must_be_said(org: Any) -> None:
    """Where an app has two, leaving it out is a mismatch."""
    org.app.redirect_uris += ("https://app.example/other",)
    org.begins(redirect_uri=None, scope="email")

    assert org.browser.asked["error_description"] == FACTS["redirect_uri_unregistered"]["error_description"]


def test_no_answer_is_stored(org: Any) -> None:
    """Neither hops nor answers stay in a cache (ory/fosite, authorize_write.go)."""
    org.begins()
    answers = list(org.browser.hops)
    org.browser.signs_in()
    answers += org.browser.hops
    org.begins(client_id="nobody")
    answers += org.browser.hops

    assert [it.headers.get("cache-control", "").split(",")[0] for it in answers] == ["no-store"] * len(answers)


def test_success_is_code_scope_state(org: Any) -> None:
    """303 with exactly code, scope and state, in this order: no `iss`, no `session_state` (ory/fosite, authorize_write.go)."""
    org.begins()
    answer = org.browser.signs_in()

    assert answer.status_code == 303
    assert list(org.told(answer)) == ["code", "scope", "state"]
    assert "&scope=openid+email+profile&state=state-of-the-app" in answer.headers["location"]


@pytest.mark.parametrize(
    ("registered", "sent"), [("127.0.0.1", "http://127.0.0.1:4711/cb"), ("[::1]", "http://[::1]:4711/cb")]
)
def test_the_port_of_a_loopback_address_may_vary(org: Any, registered: str, sent: str) -> None:
    """A registered loopback address matches on every port (RFC 8252, 7.3; ory/fosite)."""
    org.app.redirect_uris = (f"http://{registered}/cb",)

    assert org.begins(redirect_uri=sent).status_code == 200
    assert org.browser.at == "console.jumpcloud.com/login"


def test_client_of_another_region_is_unknown(org: Any) -> None:
    """An app of the US region does not exist at the European issuer, and the European console says so."""
    org.browser.open("https://oauth.id.eu.jumpcloud.com/oauth2/auth", params=org.request())

    assert org.browser.at == "console.eu.jumpcloud.com/oidc/error"
    assert org.browser.asked["error"] == "invalid_client"


def test_select_account_is_a_switch(org: Any) -> None:
    """Hydra since June 2026 accepts `prompt=select_account` (ory/hydra commit bc56d551f)."""
    org.tenant.settings["select_account"] = True

    assert "code" in org.signs_in(prompt="select_account")


def test_form_post_is_a_switch(org: Any) -> None:
    """An app that may use form_post gets a page that posts itself."""
    org.app.settings["response_modes"] = ("query", "form_post")
    org.begins(response_mode="form_post")

    assert list(org.posted(org.browser.signs_in())) == ["code", "scope", "state"]


def test_foreign_scope_ignored_is_a_switch(org: Any) -> None:
    """Where unknown scopes are ignored the login passes, and the scope is not granted."""
    org.app.settings["unknown_scope"] = "ignored"

    assert org.signs_in(scope="openid foo")["scope"] == "openid"


def test_offline_access_without_the_grant_refused_is_a_switch(org: Any) -> None:
    """By default the wish is passed over in silence; the switch makes it an error at once."""
    org.app.settings["offline_access_without_grant"] = "refused"

    assert org.told(org.begins(scope="openid offline_access"))["error"] == "invalid_scope"


def test_max_age_must_be_a_number(org: Any) -> None:
    """Where a login is remembered, a `max_age` that is no number ends in fosite's unknown error."""
    org.tenant.settings["remember_login"] = True
    org.signs_in()

    assert org.told(org.begins(max_age="soon"))["error"] == "error"
