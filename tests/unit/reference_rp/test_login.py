"""One login, from the sign-in page to the workspace and out again."""

import base64
from typing import Any
from urllib.parse import unquote_plus

import pytest


def test_a_person_reaches_their_workspace(stage: Any) -> None:
    """The whole way: organisation name, issuer, callback, workspace."""
    response = stage.sign_in()

    assert (response.status_code, response.headers["location"]) == (303, "/workspace")
    assert stage.browser.me() == {
        "signed_in": True,
        "account": stage.party.accounts.of("acme-7f3")[0].id,
        "email": "alice@acme.test",
        "name": "Alice",
        "organisation": "acme",
        "organization_id": "acme-7f3",
        "idp": "okta",
        "region": "us",
        "roles": ["member"],
    }


@pytest.mark.parametrize("name", ["globex", "initech"])
def test_every_provider_lets_its_people_in(stage: Any, name: str) -> None:
    """Entra and JumpCloud work like Okta."""
    stage.sign_in(name)

    assert stage.browser.me()["organisation"] == name


def test_nobody_is_signed_in_before(stage: Any) -> None:
    """Without a session the app says so, with 401."""
    response = stage.browser.get("/api/me")

    assert (response.status_code, response.json()) == (401, {"signed_in": False})


def test_the_request_is_the_one_the_specs_want(stage: Any) -> None:
    """Code flow, openid, state, nonce and PKCE S256; each once."""
    asked = stage.begin()

    assert asked["response_type"] == "code"
    assert "openid" in asked["scope"].split()
    assert asked["redirect_uri"] == "https://app.pelanor.io/api/auth/callback/okta-acme-7f3"
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked["state"]), len(asked["nonce"]), len(asked["code_challenge"])) >= 32


def test_every_login_has_its_own_values(stage: Any) -> None:
    """State, nonce and challenge are fresh each time."""
    one, two = stage.begin(), stage.begin()

    assert not {one[name] for name in ("state", "nonce", "code_challenge")} & set(two.values())


def test_the_token_request_repeats_the_redirect_uri(stage: Any) -> None:
    """The same redirect URI and the verifier of the challenge; secrets in the header only (RFC 6749, 4.1.3, 2.3.1)."""
    asked = stage.begin()
    stage.answer(asked)
    form = stage.issuer.form()

    assert form["redirect_uri"] == asked["redirect_uri"]
    assert len(form["code_verifier"]) == 64
    assert "client_secret" not in form
    assert not stage.issuer.calls("token")[0].url.query


def test_basic_credentials_are_form_encoded(stage: Any) -> None:
    """A secret with reserved characters arrives whole (RFC 6749, 2.3.1)."""
    stage.sign_in()
    header = stage.issuer.calls("token")[0].headers["authorization"]
    name, _, secret = base64.b64decode(header.removeprefix("Basic ")).decode("ascii").partition(":")

    assert (unquote_plus(name), unquote_plus(secret)) == ("client-1", "s3cret:%+&/ é")


def test_a_secret_in_the_body_comes_alone(stage: Any) -> None:
    """With client_secret_post there is no Authorization header (RFC 6749, 2.3)."""
    stage.sign_in("initech")
    issuer = stage.issuers["initech"]

    assert issuer.form()["client_secret"] == "s3cret"
    assert "authorization" not in issuer.calls("token")[0].headers


def test_signing_out_ends_the_session_on_the_server(stage: Any) -> None:
    """A copy of the cookie is worth nothing after sign-out."""
    stage.sign_in()
    copy = dict(stage.browser.client.cookies)
    csrf = stage.party.sessions.all()[0].csrf
    stage.browser.post("/sign-out", {"csrf": csrf})
    thief = stage.new_browser()
    thief.client.cookies.update(copy)

    assert not stage.browser.signed_in()
    assert not thief.signed_in()
