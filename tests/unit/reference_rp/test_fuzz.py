"""Anything at all sent to an open door: never a 5xx, never a session."""

from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

QUICK = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
NAMES = st.sampled_from(
    ["state", "code", "iss", "error", "error_description", "sid", "login_hint", "target_link_uri", "logout_token",
     "organisation", "return_to", "csrf", "key", "idp", "issuer", "client_id", "client_secret", "organization_id", "status"]
)  # fmt: skip
LIVE = "the state of a login under way"
VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            LIVE,
            "https://acme.okta.com",
            "acme",
            "acme-eu",
            "okta",
            "active",
            "//evil.test",
            "\x00",
            "%",
            "\r\n",
            "a.b.c",
        ]
    ),
)
PAIRS = st.lists(st.tuples(NAMES, VALUES), max_size=6)
PATHS = st.sampled_from(
    ["/api/auth/callback/", "/api/auth/initiate/", "/api/auth/initiate", "/api/auth/logout/front-channel/",
     "/api/auth/logout/back-channel/", "/sign-in/organisation", "/sign-in/continue", "/sign-out", "/o/", "/reports/",
     "/settings/single-sign-on", "/settings/members/", "/operator/connections/enter", "/operator/connections/status"]
)  # fmt: skip
SLUGS = st.one_of(
    st.sampled_from(["okta-acme-7f3", "entra-globex", "okta-", "-", "jumpcloud-initech-1"]), st.text(max_size=20)
)


def _encoded(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


@QUICK
@given(
    path=PATHS,
    slug=SLUGS,
    pairs=PAIRS,
    method=st.sampled_from(["GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]),
    cookie=st.none() | st.text('abc=;"é ', max_size=20),
)
def test_no_open_door_breaks(
    stage: Any, path: str, slug: str, pairs: list[tuple[str, str]], method: str, cookie: str | None
) -> None:
    """Whatever comes in, by any method, in query or form, with whatever cookie or the browser's own, also while a login is under way."""
    stage.issuer.answers["token"] = lambda _: httpx2.Response(400, json={"error": "invalid_grant"})
    state = stage.begin()["state"]
    url = path + (_encoded(slug) if path.endswith("/") else "")
    encoded = "&".join(f"{name}={_encoded(state if value == LIVE else value)}" for name, value in pairs)
    headers: dict[str, Any] = {"content-type": "application/x-www-form-urlencoded"}
    if cookie is not None:
        headers["cookie"] = cookie.encode("latin-1")
    content, query = ("", f"?{encoded}") if method in {"GET", "HEAD"} else (encoded, "")
    request = stage.browser.client.request(method, url + query, content=content.encode(), headers=headers)
    response = stage.run.run(request)

    assert response.status_code < 500, response.text
    assert not stage.party.sessions.all()


@QUICK
@given(
    pairs=PAIRS,
    slug=SLUGS,
    path=st.sampled_from(
        [
            "/settings/single-sign-on",
            "/settings/members/",
            "/operator/connections/enter",
            "/operator/connections/status",
        ]
    ),
)
def test_no_administrator_breaks_the_settings(stage: Any, path: str, slug: str, pairs: list[tuple[str, str]]) -> None:
    """Whatever an administrator, or support with its key, sends: no 5xx, no other session, nothing active unconfirmed."""
    if not stage.browser.signed_in():
        stage.issuer.userinfo = {"groups": ["Admins"]}
        stage.sign_in()
    (session,) = stage.party.sessions.all()
    known = {"csrf": session.csrf, "key": "operator", "organization_id": "umbrella"}
    response = stage.browser.post(path + (_encoded(slug) if path.endswith("/") else ""), {**dict(pairs), **known})

    assert response.status_code < 500
    assert stage.party.sessions.all() == [session]
    assert all(each.status != "active" for each in stage.party.connections.values())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
TEXTS = st.one_of(
    VALUES, st.sampled_from(["https://app.pelanor.io/reports/7", "/reports/7", "https://[", "\ud800", "é" * 400])
)


@QUICK
@given(answer=st.dictionaries(st.sampled_from(["code", "iss", "error", "error_description", "session_state"]), TEXTS))
def test_no_answer_to_a_login_breaks(stage: Any, answer: dict[str, str]) -> None:
    """Whatever comes back, to the right address in the right browser, while its login is under way."""
    stage.issuer.answers["token"] = lambda _: httpx2.Response(400, json={"error": "invalid_grant"})
    asked = stage.begin()
    query = "&".join(f"{name}={_encoded(value)}" for name, value in answer.items())
    response = stage.browser.get(f"{asked['redirect_uri']}?state={asked['state']}&{query}")

    assert response.status_code < 500, response.text
    assert not stage.party.sessions.all()


@QUICK
@given(
    slug=st.sampled_from(["/okta-acme-7f3", "/entra-globex", "/okta-acme-eu", ""]),
    method=st.sampled_from(["GET", "POST"]),
    hint=TEXTS,
    target=TEXTS,
)
def test_no_start_elsewhere_breaks(stage: Any, slug: str, method: str, hint: str, target: str) -> None:
    """Whatever a tile of a known issuer asks for: the browser goes on to that issuer, or to the right region, or is refused."""
    iss = stage.issuers["globex" if "globex" in slug else "acme-eu" if "eu" in slug else "acme"].url
    pairs = {"iss": iss, "login_hint": hint, "target_link_uri": target}
    encoded = "&".join(f"{name}={_encoded(value)}" for name, value in pairs.items())
    url, headers = f"/api/auth/initiate{slug}", {"content-type": "application/x-www-form-urlencoded"}
    place = {"url": f"{url}?{encoded}"} if method == "GET" else {"url": url, "content": encoded.encode()}
    response = stage.run.run(stage.browser.client.request(method, headers=headers, **place))

    assert response.status_code == 303
    assert response.headers["location"].startswith((iss.removesuffix("/v2.0"), "https://app-eu.pelanor.io/api/"))
    assert not stage.party.sessions.all()


@QUICK
@given(csrf=TEXTS, sid=TEXTS, token=TEXTS)
def test_no_sign_out_breaks(stage: Any, csrf: str, sid: str, token: str) -> None:
    """Whatever a form's token, the session id in an issuer's frame, or a logout token may be: no 5xx, and nobody is signed out."""
    stage.party.reset()
    stage.issuer.claims = {"sid": "s1"}
    stage.sign_in()
    iss = _encoded(stage.issuer.url)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    form = stage.browser.client.post("/sign-out", content=f"csrf={_encoded(csrf)}".encode(), headers=headers)
    back, content = "/api/auth/logout/back-channel/okta-acme-7f3", f"logout_token={_encoded(token)}".encode()
    answers = [
        stage.run.run(form),
        stage.run.run(stage.browser.client.post(back, content=content, headers=headers)),
        stage.browser.get(f"/api/auth/logout/front-channel/okta-acme-7f3?iss={iss}&sid={_encoded(sid)}"),
    ]

    assert all(each.status_code < 500 for each in answers)
    assert stage.party.sessions.all()


@QUICK
@given(organisation=TEXTS, return_to=TEXTS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_name_of_an_organisation_breaks(stage: Any, method: str, organisation: str, return_to: str) -> None:
    """Whatever is typed, or comes from the other region: on to an issuer or a page that says no."""
    encoded = f"organisation={_encoded(organisation)}&return_to={_encoded(return_to)}"
    headers = {"content-type": "application/x-www-form-urlencoded"}
    place = {"url": "/sign-in/organisation", "content": encoded.encode()}
    place = {"url": f"/sign-in/continue?{encoded}"} if method == "GET" else place
    response = stage.run.run(stage.browser.client.request(method, headers=headers, **place))

    assert response.status_code < 500
    assert not stage.party.sessions.all()


@QUICK
@given(
    organization_id=st.sampled_from(["acme-7f3", "umbrella", "é\x00"]),
    status=st.sampled_from(["active", "disabled", "pending", "é\x00"]),
    key=st.sampled_from(["operator", "é\x00"]),
)
def test_no_confirmation_breaks(stage: Any, organization_id: str, status: str, key: str) -> None:
    """Whatever support sends, for whatever organisation: a status is only changed with the key, and of a connection there is."""
    stage.party.reset()
    form = {"organization_id": organization_id, "status": status, "key": key}
    encoded = "&".join(f"{name}={_encoded(value)}" for name, value in form.items())
    headers = {"content-type": "application/x-www-form-urlencoded"}
    request = stage.browser.client.post("/operator/connections/status", content=encoded.encode(), headers=headers)

    assert stage.run.run(request).status_code < 500
    assert not stage.party.connections or (key == "operator" and set(stage.party.connections) == {organization_id})


EVENT = "http://schemas.openid.net/event/backchannel-logout"


@settings(QUICK, max_examples=20)
@given(value=JSON | JSON.map(lambda inner: {EVENT: inner}))
@pytest.mark.parametrize("name", ["iss", "aud", "exp", "iat", "events", "nonce", "sub", "sid", "jti"])
def test_no_logout_token_breaks(stage: Any, name: str, value: Any) -> None:
    """Whatever one claim of a well-signed logout token says, of whatever type: the token is good or it is not."""
    stage.party.reset()
    stage.sign_in()
    stage.issuer.claims = {"nonce": None, "jti": "j1", "events": {EVENT: {}}, name: value}
    token = stage.issuer.signed()
    stage.issuer.claims = {}
    response = stage.browser.post("/api/auth/logout/back-channel/okta-acme-7f3", {"logout_token": token})

    assert response.status_code in {200, 400}
    assert response.status_code == 200 or stage.party.sessions.all()


@QUICK
@given(
    idp=st.sampled_from(["entra", "okta", "jumpcloud", "generic", "keycloak", "google_workspace", "x"]),
    client_id=TEXTS,
    client_secret=TEXTS,
    issuer=TEXTS
    | st.sampled_from(
        ["acme.okta.com", "https://acme-admin.okta.com", "http://[::1", "https://a:99999/", "//", "https://é.test"]
    ),
)
def test_no_connection_breaks_the_form(stage: Any, idp: str, client_id: str, client_secret: str, issuer: str) -> None:
    """Whatever an administrator types into the fields: it is kept pending, or answered with advice."""
    if not stage.browser.signed_in():
        stage.issuer.userinfo = {"groups": ["Admins"]}
        stage.sign_in()
    (session,) = stage.party.sessions.all()
    form = {"csrf": session.csrf, "idp": idp, "client_id": client_id, "client_secret": client_secret, "issuer": issuer}
    encoded = "&".join(f"{name}={_encoded(value)}" for name, value in form.items())
    headers = {"content-type": "application/x-www-form-urlencoded"}
    request = stage.browser.client.post("/settings/single-sign-on", content=encoded.encode(), headers=headers)
    response = stage.run.run(request)

    assert response.status_code in {200, 422}
    assert stage.party.sessions.all() == [session]
    assert all(each.status == "pending" for each in stage.party.connections.values())


@QUICK
@given(
    body=st.binary(max_size=200),
    kind=st.sampled_from(
        [
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "text/plain",
            "",
        ]
    ),
)
@pytest.mark.parametrize(
    "path", ["/api/auth/callback/okta-acme-7f3", "/sign-in/organisation", "/api/auth/logout/back-channel/okta-acme-7f3"]
)
def test_no_body_breaks(stage: Any, path: str, body: bytes, kind: str) -> None:
    """Whatever body comes in, of whatever kind."""
    response = stage.run.run(stage.browser.client.post(path, content=body, headers={"content-type": kind}))

    assert response.status_code < 500
    assert not stage.party.sessions.all()


MEMBERS = {
    "token": ["access_token", "id_token", "token_type", "expires_in", "refresh_token", "error", "error_description"],
    "metadata": [
        "issuer",
        "authorization_endpoint",
        "token_endpoint",
        "jwks_uri",
        "userinfo_endpoint",
        "end_session_endpoint",
    ],
    "claims": [
        "aud",
        "azp",
        "exp",
        "iat",
        "nbf",
        "nonce",
        "sid",
        "email",
        "name",
        "groups",
        "tid",
        "oid",
        "jc_org",
        "_claim_names",
    ],
    "userinfo": ["sub", "email", "email_verified", "name", "groups"],
}


@QUICK
@given(
    data=st.data(), part=st.sampled_from(sorted(MEMBERS)), organisation=st.sampled_from(["acme", "globex", "initech"])
)
def test_no_issuer_breaks_the_app(stage: Any, data: Any, part: str, organisation: str) -> None:
    """Whatever an issuer says, of whatever type."""
    changes = data.draw(st.dictionaries(st.sampled_from(MEMBERS[part]), JSON, max_size=3))
    issuer = stage.issuers[organisation]
    stage.party.reset()
    setattr(issuer, part, changes)
    try:
        response = stage.browser.post("/sign-in/organisation", {"organisation": organisation})
        if response.status_code == 303:
            response = stage.answer(stage.asked(response))
    finally:
        setattr(issuer, part, {})

    assert response.status_code < 500, response.text
    assert stage.browser.get("/workspace").status_code < 500
