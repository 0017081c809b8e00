"""Ways out: the person's own, the issuer's, and a refresh that fails."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt

Check = Callable[[Any], str]
NOW = 1_900_000_000
EVENT = "http://schemas.openid.net/event/backchannel-logout"


def _sign_out(stage: Any, **form: str) -> Any:
    return stage.browser.post("/sign-out", {"csrf": stage.party.sessions.all()[0].csrf, **form})


@pytest.mark.parametrize("csrf", ["", "wrong", "é"])
def test_another_sites_form_signs_nobody_out(stage: Any, refused_by: Check, csrf: str) -> None:
    """The form must carry the session's own token."""
    stage.sign_in()

    assert refused_by(_sign_out(stage, csrf=csrf)) == "form"
    assert stage.browser.signed_in()


def test_signing_out_takes_the_cookie_away(stage: Any) -> None:
    """The cookie is deleted with the attributes it was set with."""
    stage.sign_in()
    response = _sign_out(stage)

    assert response.headers["location"] == "/signed-out"
    assert "__Host-session" not in stage.browser.client.cookies
    assert {"secure", "path=/"} <= {part.strip().lower() for part in response.headers["set-cookie"].split(";")}


def test_signing_out_twice_is_fine(stage: Any) -> None:
    """Nobody to sign out is no error."""
    assert stage.browser.post("/sign-out").headers["location"] == "/signed-out"


@pytest.mark.parametrize("query", ["", "?state=other", "?state=a&foo=b", "?next=//evil.test"])
def test_the_signed_out_page_stays(stage: Any, query: str) -> None:
    """The way back from the issuer works with any state and none; nothing restarts."""
    response = stage.browser.get(f"/signed-out{query}")

    assert response.status_code == 200
    assert "evil" not in response.text


def test_no_query_decides_where_sign_out_leads(stage: Any) -> None:
    """Sign-out is no open redirector."""
    stage.sign_in()
    csrf = stage.party.sessions.all()[0].csrf
    names = ("next", "return_to", "redirect_uri", "post_logout_redirect_uri", "target_link_uri", "state")
    url = "/sign-out?" + "&".join(f"{name}=https://evil.test/" for name in names)

    assert stage.browser.post(url, {"csrf": csrf}).headers["location"] == "/signed-out"


def _at_issuer(stage: Any) -> tuple[str, dict[str, list[str]]]:
    url = urlsplit(_sign_out(stage).headers["location"])
    return f"{url.scheme}://{url.netloc}{url.path}", parse_qs(url.query)


def test_sign_out_everywhere_tells_the_issuer(stage: Any) -> None:
    """With the ID token as hint and our registered address to come back to."""
    stage.change("acme", sign_out="everywhere")
    stage.sign_in()
    hint = stage.party.sessions.all()[0].id_token
    address, query = _at_issuer(stage)

    assert address == "https://acme.okta.com/logout"
    assert query["id_token_hint"] == [hint]
    assert query["post_logout_redirect_uri"] == ["https://app.pelanor.io/signed-out"]
    assert not stage.browser.signed_in()


def test_entra_is_told_whom_by_a_logout_hint(stage: Any) -> None:
    """Entra's way is the claim "login_hint"."""
    stage.change("globex", sign_out="everywhere")
    stage.issuers["globex"].claims = {"login_hint": "O.alice"}
    stage.sign_in("globex")
    _, query = _at_issuer(stage)

    assert query["logout_hint"] == ["O.alice"]
    assert "id_token_hint" not in query


def test_sign_out_works_without_the_issuer(stage: Any, plain_json: Any) -> None:
    """An issuer without, or with an unusable, logout endpoint leaves the sign-out local."""
    stage.change("acme", sign_out="everywhere")
    stage.issuer.metadata["end_session_endpoint"] = None
    stage.sign_in()
    assert _sign_out(stage).headers["location"] == "/signed-out"

    stage.sign_in()
    stage.party.issuers.clear()
    stage.issuer.answers["openid-configuration"] = plain_json(b"", 503)
    assert _sign_out(stage).headers["location"] == "/signed-out"


FRONT = "/api/auth/logout/front-channel/okta-acme-7f3"
BACK = "/api/auth/logout/back-channel/okta-acme-7f3"


def test_a_frame_of_the_issuer_ends_the_session(stage: Any) -> None:
    """The session that "iss" and "sid" name ends, without any cookie, and the answer may be framed."""
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    response = stage.new_browser().get(FRONT, params={"iss": "https://acme.okta.com", "sid": "s1"})

    assert response.status_code == 200
    assert "frame-ancestors" not in response.headers["content-security-policy"]
    assert "x-frame-options" not in response.headers
    assert not stage.browser.signed_in()


@pytest.mark.parametrize(
    "params",
    [
        {},
        {"sid": "s1"},
        {"iss": "https://evil.test", "sid": "s1"},
        {"iss": "https://acme.okta.com"},
        {"iss": "https://acme.okta.com", "sid": "s2"},
    ],
)
def test_a_frame_that_names_no_session_ends_none(stage: Any, params: dict[str, str]) -> None:
    """Wrong or missing values end nothing."""
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    stage.browser.get(FRONT, params=params)

    assert stage.browser.signed_in()


def _logout_token(stage: Any, key: Any = None, header: dict[str, Any] | None = None, **changes: Any) -> str:
    claims = {
        "iss": "https://acme.okta.com", "aud": "client-1", "iat": NOW, "exp": NOW + 120, "jti": "j1", "sub": "alice-1",
        "events": {EVENT: {}}, **changes,
    }  # fmt: skip
    claims = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "k1", **(header or {})}, claims, key or stage.issuer.key)


@pytest.mark.parametrize("claims", [{}, {"sid": "s1"}, {"sub": None, "sid": "s1"}, {"aud": ["client-1"]}])
def test_a_logout_token_ends_the_session(stage: Any, claims: dict[str, Any]) -> None:
    """By subject, by session id, or both; the answer is 200 and not stored."""
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    response = stage.new_browser().post(BACK, {"logout_token": _logout_token(stage, **claims)})

    assert (response.status_code, response.headers["cache-control"]) == (200, "no-store")
    assert not stage.browser.signed_in()


def test_a_logout_token_ends_only_what_it_names(stage: Any) -> None:
    """Another session of the same person goes on."""
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    stage.browser.post(BACK, {"logout_token": _logout_token(stage, sid="s2")})

    assert stage.browser.signed_in()


BAD = [
    ("iss", {"iss": "https://evil.test"}),
    ("aud", {"aud": "client-2"}),
    ("aud", {"aud": None}),
    ("exp", {"exp": NOW - 3600}),
    ("exp", {"exp": None}),
    ("iat", {"iat": None}),
    ("iat", {"iat": NOW + 3600}),
    ("events", {"events": None}),
    ("events", {"events": {"other": {}}}),
    ("events", {"events": {EVENT: 1}}),
    ("nonce", {"nonce": "n"}),
    ("subject", {"sub": None}),
    ("subject", {"sub": ["alice-1"]}),
    ("jti", {"jti": None}),
]


@pytest.mark.parametrize(("check", "claims"), BAD, ids=[f"{name}-{claims}" for name, claims in BAD])
def test_a_bad_logout_token_is_refused(stage: Any, check: str, claims: dict[str, Any]) -> None:
    """Each check answers 400 with its own name, and the session goes on."""
    stage.sign_in()
    response = stage.browser.post(BACK, {"logout_token": _logout_token(stage, **claims)})

    assert (response.status_code, response.json()["check"]) == (400, f"logout_token.{check}")
    assert stage.browser.signed_in()


def test_a_forged_logout_token_is_refused(stage: Any, keys: Any) -> None:
    """Neither a stranger's key nor no key at all signs anybody out."""
    stage.sign_in()
    forged = _logout_token(stage, keys["stranger"])
    unsigned = "eyJhbGciOiJub25lIn0." + forged.split(".")[1] + "."
    checks = [
        stage.browser.post(BACK, {"logout_token": token}).json()["check"] for token in (forged, unsigned, "x", "")
    ]

    assert checks == ["logout_token.signature", "logout_token.alg", "logout_token.format", "logout_token.missing"]
    assert stage.browser.signed_in()


def test_an_id_token_is_no_logout_token(stage: Any) -> None:
    """The two kinds cannot be swapped (RFC 8725, 3.11)."""
    stage.sign_in()
    response = stage.browser.post(BACK, {"logout_token": stage.party.sessions.all()[0].id_token})

    assert response.json()["check"] == "logout_token.events"


def test_a_logout_token_works_once(stage: Any) -> None:
    """A kept token does not end the next session."""
    token = _logout_token(stage)
    stage.browser.post(BACK, {"logout_token": token})
    stage.sign_in()

    assert stage.browser.post(BACK, {"logout_token": token}).json()["check"] == "logout_token.jti"
    assert stage.browser.signed_in()


def test_a_logout_for_another_connection_is_refused(stage: Any) -> None:
    """The address names the connection, and it must be a known one."""
    response = stage.browser.post("/api/auth/logout/back-channel/okta-nobody", {"logout_token": "x"})

    assert (response.status_code, response.json()["check"]) == (400, "logout.session")
