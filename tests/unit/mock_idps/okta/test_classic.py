"""The Classic engine.

Facts: Okta's recordings (github.com/okta/samples-nodejs-express-4 `tools/mock-okta/tapes`): the addresses and their order; element
ids: github.com/okta/okta-signin-widget src/v1; the API: developer.okta.com/docs/reference/api/authn/.
"""

from __future__ import annotations

import re

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Person, Tenant

from .conftest import ORG, Clock, Surfer, authorize_url, redeem, told, unpacked

pytestmark = pytest.mark.anyio

ALICE = {"username": "alice@globex.example", "password": "correct horse"}


@pytest.fixture(autouse=True)
def _classic(tenant: Tenant) -> None:
    tenant.settings["sign_in"] = "classic"


async def test_steps_of_a_login(client: httpx2.AsyncClient) -> None:
    """/authorize, login.htm, authn, sessionCookieRedirect, authorize/redirect, app: each a redirect to the next."""
    seen = []
    answer = await client.get(authorize_url())
    seen.append(answer.headers["location"].partition("?")[0])
    page = await client.get(answer.headers["location"])
    from_uri = httpx2.URL(answer.headers["location"]).params["fromURI"]
    answer = await client.post("/api/v1/authn", data={**ALICE, "fromURI": from_uri})
    while answer.status_code == 302:
        seen.append(answer.headers["location"].partition("?")[0])
        if "pelanor" in answer.headers["location"]:
            break
        answer = await client.get(answer.headers["location"])

    assert 'id="okta-signin-username"' in page.text
    assert seen == [
        "/login/login.htm",
        "/login/sessionCookieRedirect",
        "/oauth2/v1/authorize/redirect",
        "https://app.pelanor.io/api/auth/callback/okta-globex",
    ]


async def test_ids_and_title(surfer: Surfer) -> None:
    """The page has Okta's ids and "{Org} - Sign In" as its title."""
    page = (await surfer.open(authorize_url())).text

    for expected in ('id="okta-signin-password"', 'id="okta-signin-submit"', "<title>Globex - Sign In</title>"):
        assert expected in page


async def test_session_cookie_is_sid(surfer: Surfer) -> None:
    """The session cookie of the Classic engine is sid."""
    await surfer.open(authorize_url())
    await surfer.submit(**ALICE)

    assert surfer.client.cookies["sid"].startswith("102")
    assert any(re.fullmatch("proximity_[0-9a-f]{32}", name) for name in surfer.client.cookies)


async def test_wrong_password(surfer: Surfer) -> None:
    """A wrong password stays on the page: "Unable to sign in"."""
    await surfer.open(authorize_url())
    await surfer.submit(username="alice@globex.example", password="wrong")

    assert surfer.text("okta-form-infobox-error") == "Unable to sign in"
    assert "code" in told(await surfer.submit(password="correct horse"))


async def test_not_assigned_comes_back_to_the_app(surfer: Surfer, app: AppRegistration) -> None:
    """At the Classic engine the app hears that somebody is not assigned."""
    app.assigned = frozenset()
    await surfer.open(authorize_url())

    assert told(await surfer.submit(**ALICE))["error_description"] == "User is not assigned to the client application."


async def test_stale_okta_key(surfer: Surfer, clock: Clock) -> None:
    """A sign-in that took too long comes back as login_required."""
    await surfer.open(authorize_url())
    clock.at += 3601

    back = told(await surfer.submit(**ALICE))

    assert (back["error"], back["error_description"]) == (
        "login_required",
        "Request expired, please start over and try again.",
    )


async def test_unknown_okta_key(surfer: Surfer) -> None:
    """An okta_key that nobody knows is a page: there is no app to go back to."""
    answer = await surfer.open(f"{ORG}/oauth2/v1/authorize/redirect?okta_key=made-up")

    assert answer.status_code == 400
    assert surfer.text('id="error-code"') == "Error Code: login_required"


async def test_second_factor(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """The Classic engine asks for the code in a field called answer."""
    alice.mfa = ("google_otp",)
    await surfer.open(authorize_url())
    await surfer.submit(**ALICE)
    await surfer.submit(answer="000000")
    assert surfer.text("okta-form-infobox-error") == "Invalid code. Try again."

    code = told(await surfer.submit(answer="123456"))["code"]

    assert "mfa" in unpacked((await redeem(client, code)).json()["id_token"])["amr"]


async def test_push(surfer: Surfer, alice: Person) -> None:
    """A push waits until it is answered."""
    alice.mfa = ("push",)
    alice.attributes["push"] = "wait"
    await surfer.open(authorize_url())
    await surfer.submit(**ALICE)
    page = await surfer.submit()
    assert "Push sent!" in page.text
    alice.attributes["push"] = "approve"

    assert "code" in told(await surfer.submit())


async def test_expired_password_cannot_be_skipped(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """Somebody who must change the password does not enter by the factor's address."""
    alice.state, alice.mfa = "password_expired", ("google_otp",)
    state = (await client.post("/api/v1/authn", json=ALICE)).json()["stateToken"]

    answer = await client.post("/api/v1/authn/factors/verify", data={"stateToken": state, "answer": "123456"})

    assert "logged out due to inactivity" in answer.text


async def test_authentication_api(client: httpx2.AsyncClient) -> None:
    """The API answers SUCCESS with a session token."""
    body = (await client.post("/api/v1/authn", json=ALICE)).json()

    assert body["status"] == "SUCCESS"
    assert body["sessionToken"].startswith("20111")


async def test_authentication_api_refuses(client: httpx2.AsyncClient) -> None:
    """A wrong password is 401 E0000004 "Authentication failed"."""
    answer = await client.post("/api/v1/authn", json={**ALICE, "password": "wrong"})

    assert answer.status_code == 401
    assert (answer.json()["errorCode"], answer.json()["errorSummary"]) == ("E0000004", "Authentication failed")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
async def test_nobody_is_sent_elsewhere(client: httpx2.AsyncClient, target: str) -> None:
    """The redirect after sign-in stays at the org."""
    answer = await client.get("/login/sessionCookieRedirect", params={"token": "x", "redirectUrl": target})

    assert answer.headers["location"] == "/app/UserHome"
