"""One login, from the sign-in page to the workspace and out again."""

import base64
import hashlib
import logging
import re
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
    assert asked["client_id"] == "client-1"
    assert "openid" in asked["scope"].split()
    assert asked["redirect_uri"] == "https://app.pelanor.io/api/auth/callback/okta-acme-7f3"
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked["state"]), len(asked["nonce"]), len(asked["code_challenge"])) >= 32


def test_openid_is_always_asked_for(stage: Any) -> None:
    """Without "openid" there is no ID token; a connection's own scopes cannot leave it out (OIDC Core 1.0, 3.1.2.1)."""
    stage.change("acme", scopes=("profile", "groups"))

    assert stage.begin()["scope"].split() == ["openid", "profile", "groups"]


def test_the_state_tells_nothing(stage: Any) -> None:
    """The state is a random name and nothing else; whom and where is kept on the server (RFC 9700, 4.7.1)."""
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", stage.begin(return_to="/reports/7")["state"])


def test_every_login_has_its_own_values(stage: Any) -> None:
    """State, nonce and challenge are fresh each time."""
    one, two = stage.begin(), stage.begin()

    assert not {one[name] for name in ("state", "nonce", "code_challenge")} & set(two.values())


def test_the_token_request_repeats_the_redirect_uri(stage: Any) -> None:
    """The same redirect URI and the verifier of the challenge; secrets in the header only (RFC 6749, 4.1.3, 2.3.1)."""
    asked = stage.begin()
    stage.answer(asked)
    form = stage.issuer.form()

    assert form["grant_type"] == "authorization_code"
    assert form["redirect_uri"] == asked["redirect_uri"]
    assert "client_secret" not in form
    assert not stage.issuer.calls("token")[0].url.query


def test_the_verifier_proves_the_challenge(stage: Any) -> None:
    """The token request holds the verifier whose hash the authorization request announced (RFC 7636, 4.1 and 4.2)."""
    asked = stage.begin()
    stage.answer(asked)
    verifier = stage.issuer.form()["code_verifier"]
    digest = hashlib.sha256(verifier.encode("ascii")).digest()

    assert re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier)
    assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def test_nothing_secret_is_logged(stage: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Neither a good login nor a refused one leaves code, token, verifier or secret in any log (RFC 6819, 4.6.7)."""
    with caplog.at_level(logging.DEBUG):
        asked = stage.begin()
        stage.answer(asked, code="hidden-code")
        stage.issuer.token["access_token"] = None
        stage.sign_in(code="hidden-code")
    session = stage.party.sessions.all()[0]
    secrets = ["hidden-code", "at-secret", session.id_token, session.id, "s3cret"]

    # The browser of these tests is an HTTP client that logs its own requests; they are not the app's.
    logged = "\n".join(line for line in caplog.messages if "https://app.pelanor.io" not in line)

    assert "token_endpoint.answer" in logged
    assert not [each for each in (*secrets, stage.issuer.form()["code_verifier"]) if each in logged]


def test_a_long_code_is_redeemed_whole(stage: Any) -> None:
    """No size of a code is assumed (OAuth 2.1, 4.1.2)."""
    assert stage.sign_in(code="c" * 2048).status_code == 303
    assert stage.issuer.form()["code"] == "c" * 2048


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
