"""Refresh tokens.

Facts: developer.okta.com/docs/guides/refresh-tokens/main/ (rotation, grace, reuse), Okta's OpenID Connect reference (90 days).
"""

from __future__ import annotations

import re

import httpx2
import pytest

from mock_idps.core.model import AppRegistration, Person

from .conftest import SECRET, Clock, Surfer, login, redeem, unpacked

pytestmark = pytest.mark.anyio

AUTH = ("0oa1pelanor000000001", SECRET)


@pytest.fixture(autouse=True)
def _granted(app: AppRegistration) -> None:
    app.settings["grant_types"] = ("authorization_code", "refresh_token")


async def first(surfer: Surfer, client: httpx2.AsyncClient) -> httpx2.Response:
    return await redeem(client, (await login(surfer, scope="openid email offline_access"))["code"])


async def refresh(client: httpx2.AsyncClient, token: str, **more: str) -> httpx2.Response:
    form = {"grant_type": "refresh_token", "refresh_token": token, **more}
    return await client.post("/oauth2/v1/token", data=form, auth=AUTH)


async def works(client: httpx2.AsyncClient, body: dict[str, str]) -> bool:
    header = {"Authorization": f"Bearer {body['access_token']}"}
    return (await client.get("/oauth2/v1/userinfo", headers=header)).status_code == 200


async def test_stands_before_the_id_token(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The refresh token stands between scope and ID token."""
    assert list((await first(surfer, client)).json())[-3:] == ["scope", "refresh_token", "id_token"]


async def test_needs_the_grant(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """offline_access alone gives no refresh token: the app needs the grant as well."""
    app.settings["grant_types"] = ("authorization_code",)

    assert "refresh_token" not in (await first(surfer, client)).json()


async def test_published_app_gets_none(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """An app of the Integration Network gets no refresh token, whatever its grants say."""
    app.settings["published"] = True

    assert "refresh_token" not in (await first(surfer, client)).json()


async def test_persistent_by_default(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A web app's refresh token stays the same."""
    token = (await first(surfer, client)).json()["refresh_token"]

    assert (await refresh(client, token)).json()["refresh_token"] == token


async def test_rotation(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """With rotation every use gives a new one, and within the grace the old one gives the newest again."""
    app.settings["refresh_rotation"] = "ROTATE"
    old = (await first(surfer, client)).json()["refresh_token"]
    new = (await refresh(client, old)).json()["refresh_token"]

    assert new != old
    assert (await refresh(client, old)).json()["refresh_token"] == new


@pytest.mark.parametrize(("grace", "later"), [(30, 30), (0, 0)])
async def test_reuse_kills_the_family(
    surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration, clock: Clock, grace: int, later: int
) -> None:
    """Reuse after the grace revokes the newest refresh token and all access tokens."""
    app.settings |= {"refresh_rotation": "ROTATE", "refresh_grace_seconds": grace}
    old = (await first(surfer, client)).json()["refresh_token"]
    body = (await refresh(client, old)).json()
    clock.at += later

    answer = await refresh(client, old)

    assert answer.json() == {
        "error": "invalid_grant",
        "error_description": "The refresh token is invalid or expired.",
    }
    assert (await refresh(client, body["refresh_token"])).status_code == 400
    assert not await works(client, body)


async def test_rotation_keeps_the_end(
    surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration, clock: Clock
) -> None:
    """Rotation does not prolong the 90 days of the org server."""
    app.settings["refresh_rotation"] = "ROTATE"
    token = (await first(surfer, client)).json()["refresh_token"]
    clock.at += 89 * 86_400
    token = (await refresh(client, token)).json()["refresh_token"]
    clock.at += 86_400

    assert (await refresh(client, token)).status_code == 400


async def test_more_scopes_than_granted(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A refresh cannot ask for more than was granted."""
    token = (await first(surfer, client)).json()["refresh_token"]

    answer = await refresh(client, token, scope="openid groups")

    assert answer.json()["error_description"] == (
        "Some of the scopes requested for the refresh request were not granted in the original authorize request. "
        "Denied scopes: groups."
    )


async def test_fewer_scopes(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A refresh may ask for less."""
    token = (await first(surfer, client)).json()["refresh_token"]

    assert (await refresh(client, token, scope="openid")).json()["scope"] == "openid"


@pytest.mark.parametrize("state", ["suspended", "deactivated"])
async def test_person_who_left(surfer: Surfer, client: httpx2.AsyncClient, alice: Person, state: str) -> None:
    """The refresh token of somebody who may no longer sign in is invalid."""
    token = (await first(surfer, client)).json()["refresh_token"]
    alice.state = state

    assert (await refresh(client, token)).json()["error"] == "invalid_grant"


async def test_introspection_and_revocation(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A refresh token is active until revoked, and takes the access tokens with it."""
    body = (await first(surfer, client)).json()
    form = {"token": body["refresh_token"]}
    before = (await client.post("/oauth2/v1/introspect", data=form, auth=AUTH)).json()
    await client.post("/oauth2/v1/revoke", data=form, auth=AUTH)
    after = (await client.post("/oauth2/v1/introspect", data=form, auth=AUTH)).json()

    assert (before["active"], after) == (True, {"active": False})
    assert not await works(client, body)


async def test_access_token_names_its_refresh_token(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The access token's jti tells that a refresh token came with it."""
    jti = unpacked((await first(surfer, client)).json()["access_token"])["jti"]

    assert re.fullmatch(r"AT\..{43}\.oar.{17}", jti)
