"""Every situation in which the token endpoint refuses, provoked, and compared with the fact to the character."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FACTS: dict[str, Any] = json.loads((Path(__file__).parent / "facts" / "token_errors.json").read_text("utf-8"))
WRONG_VERIFIER = "x" * 43
Provocation = Callable[[Any], Any]


def _form(org: Any, **changes: str) -> dict[str, str]:
    return {"grant_type": "authorization_code", "code": org.code(), "redirect_uri": org.app.redirect_uris[0]} | changes


def _credentials(org: Any) -> dict[str, str]:
    return {"client_id": org.app.client_id, "client_secret": org.app.client_secret}


def _method(org: Any, registered: str, *, body: bool = False, header: bool = False) -> Any:
    org.app.auth_method = registered
    challenge = org.challenge if registered == "none" else {}
    form = {"grant_type": "authorization_code", "code": org.code(**challenge), "redirect_uri": org.app.redirect_uris[0]}
    return org.post("/oauth2/token", form | (_credentials(org) if body else {}), auth=org.basic if header else None)


def _code_expired(org: Any) -> Any:
    code = org.code()
    org.clock.now += 600
    return org.redeems(code)


def _code_used(org: Any) -> Any:
    code = org.code()
    org.redeems(code)
    return org.redeems(code)


def _code_of_other_client(org: Any) -> Any:
    other = org.another_app()
    form = _form(org)
    return org.post("/oauth2/token", form, auth=(other.client_id, other.client_secret))


def _pkce_record_gone(org: Any) -> Any:
    code = org.code(**org.challenge)
    org.redeems(code, code_verifier=WRONG_VERIFIER)
    return org.redeems(code, code_verifier=org.verifier)


def _raw_basic(org: Any, text: str) -> Any:
    header = {"Authorization": "Basic " + base64.b64encode(text.encode()).decode()}
    return org.post("/oauth2/token", _form(org), headers=header)


def _with_refresh(org: Any) -> str:
    org.app.settings["refresh_token"] = True
    token: str = org.tokens(scope="openid offline_access")["refresh_token"]
    return token


def _refresh_used(org: Any) -> Any:
    token = _with_refresh(org)
    org.refreshes(token)
    return org.refreshes(token)


def _refresh_expired(org: Any) -> Any:
    token = _with_refresh(org)
    org.clock.now += 30 * 86_400
    return org.refreshes(token)


def _refresh_concurrent(org: Any) -> Any:
    org.app.settings["refresh_race_seconds"] = 1
    return _refresh_used(org)


def _refresh_of_other_client(org: Any) -> Any:
    token = _with_refresh(org)
    other = org.another_app()
    other.settings["refresh_token"] = True
    form = {"grant_type": "refresh_token", "refresh_token": token}
    return org.post("/oauth2/token", form, auth=(other.client_id, other.client_secret))


def _refresh_without_offline(org: Any) -> Any:
    org.app.settings |= {"refresh_token": True, "refresh_token_always": True}
    return org.refreshes(org.tokens()["refresh_token"])


def _refresh_unknown(org: Any) -> Any:
    org.app.settings["refresh_token"] = True
    return org.refreshes("ory_rt_made-up")


def _old(provocation: Provocation) -> Provocation:
    def provoked(org: Any) -> Any:
        org.tenant.settings["refresh_reuse"] = "old"
        return provocation(org)

    return provoked


def _back_end_fault(org: Any) -> Any:
    code = org.code()
    org.app.settings["back_end_fault"] = "token"
    return org.redeems(code)


PROVOCATIONS: dict[str, Provocation] = {
    "code_unknown": lambda org: org.redeems("ory_ac_made-up"),
    "code_expired": _code_expired,
    "code_used": _code_used,
    "redirect_uri_differs": lambda org: org.redeems(org.code(), redirect_uri="https://app.example/elsewhere"),
    "code_of_other_client": _code_of_other_client,
    "pkce_verifier_wrong": lambda org: org.redeems(org.code(**org.challenge), code_verifier=WRONG_VERIFIER),
    "pkce_record_gone": _pkce_record_gone,
    "pkce_verifier_short": lambda org: org.redeems(org.code(**org.challenge), code_verifier="x" * 42),
    "pkce_verifier_long": lambda org: org.redeems(org.code(**org.challenge), code_verifier="x" * 129),
    "pkce_verifier_illegal": lambda org: org.redeems(org.code(**org.challenge), code_verifier="x" * 43 + "!"),
    "secret_wrong": lambda org: org.post("/oauth2/token", _form(org), auth=(org.app.client_id, "wrong")),
    "client_unknown": lambda org: org.post("/oauth2/token", _form(org), auth=("nobody", "wrong")),
    "basic_app_gets_post": lambda org: _method(org, "client_secret_basic", body=True),
    "post_app_gets_basic": lambda org: _method(org, "client_secret_post", header=True),
    "secret_missing": lambda org: org.post("/oauth2/token", _form(org, client_id=org.app.client_id)),
    "public_app_gets_post": lambda org: _method(org, "none", body=True),
    "public_app_gets_basic": lambda org: _method(org, "none", header=True),
    "both_methods_at_basic_app": lambda org: _method(org, "client_secret_basic", body=True, header=True),
    "basic_undecodable": lambda org: _raw_basic(org, f"{org.app.client_id}:{org.app.client_secret}"),
    "no_credentials": lambda org: org.post("/oauth2/token", _form(org)),
    "refresh_not_granted": lambda org: org.refreshes("ory_rt_made-up"),
    "refresh_used": _refresh_used,
    "refresh_used_old": _old(_refresh_used),
    "refresh_unknown": _refresh_unknown,
    "refresh_unknown_old": _old(_refresh_unknown),
    "refresh_expired": _refresh_expired,
    "refresh_expired_old": _old(_refresh_expired),
    "refresh_concurrent": _refresh_concurrent,
    "refresh_of_other_client": _refresh_of_other_client,
    "refresh_without_offline": _refresh_without_offline,
    "nonce_short": lambda org: org.redeems(org.code(nonce="1234567")),
    "grant_type_missing": lambda org: org.post("/oauth2/token", {"code": "x"}, auth=org.basic),
    "grant_type_unknown": lambda org: org.post("/oauth2/token", {"grant_type": "password"}, auth=org.basic),
    "body_empty": lambda org: org.post("/oauth2/token", {}, auth=org.basic),
    "method_get": lambda org: org.browser.send("GET", f"{org.issuer}/oauth2/token"),
    "back_end_fault": _back_end_fault,
}


@pytest.mark.parametrize("name", FACTS)
def test_refusal_reads_as_the_fact_says(org: Any, name: str) -> None:
    """Status, error and description are the fact's, to the character."""
    fact = FACTS[name]

    answer = PROVOCATIONS[name](org)

    assert (answer.status_code, answer.json()) == (
        fact["status"],
        {"error": fact["error"], "error_description": fact["error_description"]},
    )


@pytest.mark.parametrize("name", ["code_unknown", "secret_wrong"])
def test_headers_of_a_refusal(org: Any, name: str) -> None:
    """A refusal is JSON, is not stored, and never carries a challenge (ory/fosite v0.49.0, errors.go)."""
    headers = PROVOCATIONS[name](org).headers

    assert headers["content-type"] == "application/json;charset=UTF-8"
    assert (headers["cache-control"], headers["pragma"]) == ("no-store", "no-cache")
    assert "www-authenticate" not in headers


def test_other_method_leaves_the_code_alone(org: Any) -> None:
    """After a refused authentication method the right one still gets tokens for the same code."""
    code = org.code()
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": org.app.redirect_uris[0]}
    org.post("/oauth2/token", form | _credentials(org))

    assert "access_token" in org.redeems(code).json()


def test_other_redirect_uri_leaves_the_code_alone(org: Any) -> None:
    """After a refused redirect URI the right one still gets tokens for the same code."""
    code = org.code()
    org.redeems(code, redirect_uri="https://app.example/elsewhere")

    assert "access_token" in org.redeems(code).json()


def test_short_nonce_uses_up_the_code(org: Any) -> None:
    """The nonce is looked at when the ID token is made: the code is gone by then."""
    code = org.code(nonce="1234567")
    org.redeems(code)

    assert org.redeems(code).json()["error_description"] == FACTS["code_used"]["error_description"]


def test_both_methods_at_post_app_blames_basic(org: Any) -> None:
    """An app registered for POST that gets both is told that Basic was requested (ory/fosite, client_authentication.go)."""
    answer = _method(org, "client_secret_post", body=True, header=True)

    assert answer.json()["error_description"] == FACTS["post_app_gets_basic"]["error_description"]


def test_wrong_client_hides_behind_unknown_grant(org: Any) -> None:
    """An unknown grant type is refused as such even from an unknown client (ory/fosite, access_request_handler.go)."""
    answer = org.post("/oauth2/token", {"grant_type": "password"}, auth=("nobody", "wrong"))

    assert answer.json()["error"] == "invalid_request"


def test_app_of_another_region_is_unknown(org: Any) -> None:
    """A client of the US region does not exist at the European token endpoint."""
    code = org.code()
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": org.app.redirect_uris[0]}

    answer = org.new_browser().send("POST", "https://oauth.id.eu.jumpcloud.com/oauth2/token", data=form, auth=org.basic)

    assert (answer.status_code, answer.json()["error_description"]) == (
        401,
        FACTS["client_unknown"]["error_description"],
    )


def test_inactive_app_is_unknown(org: Any) -> None:
    """An app that was switched off gets what an unknown one gets."""
    code = org.code()
    org.app.state = "inactive"

    assert org.redeems(code).json()["error_description"] == FACTS["client_unknown"]["error_description"]
