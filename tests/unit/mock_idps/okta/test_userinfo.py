"""Userinfo, introspection and revocation.

Facts: Okta's recordings (github.com/okta/samples-nodejs-express-4 `tools/mock-okta/tapes`), Okta's OpenID Connect reference
(github.com/okta/okta-developer-docs `docs/reference/api/oidc/index.md`).
"""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from mock_idps.core.fault import Fault
from mock_idps.core.model import AppRegistration, Person, Tenant
from mock_idps.core.service import Service

from .conftest import SECRET, Clock, Surfer, login, redeem

pytestmark = pytest.mark.anyio

AUTH = ("0oa1pelanor000000001", SECRET)
USERINFO = "/oauth2/v1/userinfo"
ORDER = [
    "sub", "name", "locale", "email", "preferred_username", "given_name", "family_name", "zoneinfo", "updated_at",
    "email_verified",
]  # fmt: skip


async def access_token(surfer: Surfer, client: httpx2.AsyncClient, **changed: str) -> str:
    answer = await redeem(client, (await login(surfer, **changed))["code"])
    token: str = answer.json()["access_token"]
    return token


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def test_claims_in_order(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Userinfo has what the thin ID token lacks, in Okta's order."""
    answer = await client.get(USERINFO, headers=bearer(await access_token(surfer, client)))

    assert list(answer.json()) == ORDER


async def test_by_post(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Userinfo may be posted to."""
    answer = await client.post(USERINFO, headers=bearer(await access_token(surfer, client)))

    assert answer.json()["sub"] == "00u1alice00000000001"


async def test_email_verified_may_be_false(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """A directory-sourced person's e-mail address stays unverified for ever."""
    alice.attributes["email_verified"] = False

    answer = await client.get(USERINFO, headers=bearer(await access_token(surfer, client)))

    assert answer.json()["email_verified"] is False


async def test_optional_scopes(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """Address and phone tell what the profile has."""
    alice.attributes |= {"address": {"country": "US"}, "phone_number": "+1 555 0100"}
    token = await access_token(surfer, client, scope="openid address phone")

    answer = await client.get(USERINFO, headers=bearer(token))

    assert answer.json() == {
        "sub": alice.id,
        "address": {"country": "US"},
        "phone_number": "+1 555 0100",
    }


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic eDp5"}])
async def test_refusal_has_no_body(client: httpx2.AsyncClient, header: dict[str, str]) -> None:
    """401 is a header and an empty body."""
    answer = await client.get(USERINFO, headers=header)

    assert (answer.status_code, answer.content) == (401, b"")
    assert answer.headers["www-authenticate"] == (
        'Bearer error="invalid_token", error_description="The access token is invalid."'
    )


async def test_long_challenge_by_switch(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """By switch the challenge has the long form of Okta's own client tests."""
    tenant.settings["userinfo_challenge"] = "long"

    assert (await client.get(USERINFO)).headers["www-authenticate"] == (
        'Bearer authorization_uri="http://globex.okta.com/oauth2/v1/authorize", realm="http://globex.okta.com", '
        'scope="openid", error="invalid_token", error_description="The access token is invalid.", '
        'resource="/oauth2/v1/userinfo"'
    )


async def test_expired_token(surfer: Surfer, client: httpx2.AsyncClient, clock: Clock) -> None:
    """After its hour an access token works no more."""
    token = await access_token(surfer, client)
    clock.at += 3600

    assert (await client.get(USERINFO, headers=bearer(token))).status_code == 401


async def test_token_of_another_server(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A token of the org server is worth nothing at a custom server's userinfo."""
    tenant.settings["api_access_management"] = True
    token = await access_token(surfer, client)

    assert (await client.get("/oauth2/default/v1/userinfo", headers=bearer(token))).status_code == 401


async def test_token_without_openid_scopes(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A token without OpenID scopes is 403 insufficient_scope, with an empty body."""
    token = await access_token(surfer, client, scope="offline_access")

    answer = await client.get(USERINFO, headers=bearer(token))

    assert (answer.status_code, answer.content) == (403, b"")
    assert answer.headers["www-authenticate"].startswith('Bearer error="insufficient_scope"')
    assert answer.headers["expires"] == "0"


async def test_fault_reaches_userinfo(surfer: Surfer, client: httpx2.AsyncClient, service: Service) -> None:
    """A lie about userinfo is told."""

    class Lie(Fault):
        def userinfo(self, claims: dict[str, Any]) -> dict[str, Any]:
            return {**claims, "sub": "somebody-else"}

    token = await access_token(surfer, client)
    service.fault = Lie()

    assert (await client.get(USERINFO, headers=bearer(token))).json()["sub"] == "somebody-else"


async def test_introspection(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A live token is told with Okta's members in order; sub is the login."""
    token = await access_token(surfer, client)

    answer = await client.post("/oauth2/v1/introspect", data={"token": token}, auth=AUTH)

    assert list(answer.json()) == [
        "active", "token_type", "scope", "client_id", "username", "exp", "iat", "sub", "aud", "iss", "jti", "uid",
    ]  # fmt: skip
    assert answer.json()["sub"] == "alice@globex.example"


async def test_introspection_of_anything_else(client: httpx2.AsyncClient) -> None:
    """Everything else is just not active."""
    answer = await client.post("/oauth2/v1/introspect", data={"token": "made-up"}, auth=AUTH)

    assert answer.json() == {"active": False}


@pytest.mark.parametrize("endpoint", ["introspect", "revoke"])
async def test_clients_prove_themselves(client: httpx2.AsyncClient, endpoint: str) -> None:
    """Without credentials both are 401 invalid_client."""
    answer = await client.post(f"/oauth2/v1/{endpoint}", data={"token": "x"})

    assert answer.status_code == 401
    assert answer.json() == {"error": "invalid_client", "error_description": "No client credentials found."}


@pytest.mark.parametrize("endpoint", ["introspect", "revoke"])
async def test_token_parameter_is_needed(client: httpx2.AsyncClient, endpoint: str) -> None:
    """Without a token both are refused."""
    answer = await client.post(f"/oauth2/v1/{endpoint}", data={}, auth=AUTH)

    assert answer.json()["error_description"] == "The 'token' parameter is required."


async def test_revocation(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A revoked token works no more; the answer is 200 and empty."""
    token = await access_token(surfer, client)

    answer = await client.post("/oauth2/v1/revoke", data={"token": token}, auth=AUTH)

    assert (answer.status_code, answer.content) == (200, b"")
    assert (await client.get(USERINFO, headers=bearer(token))).status_code == 401


async def test_revoking_an_unknown_token(client: httpx2.AsyncClient) -> None:
    """An unknown token is 200 as well."""
    answer = await client.post("/oauth2/v1/revoke", data={"token": "made-up"}, auth=AUTH)

    assert (answer.status_code, answer.content) == (200, b"")


async def test_introspection_of_another_apps_token(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A token of another app is not active for this one."""
    tenant.apps.append(AppRegistration("0oaOther", "other-secret"))
    form = {"token": await access_token(surfer, client)}

    answer = await client.post("/oauth2/v1/introspect", data=form, auth=("0oaOther", "other-secret"))

    assert answer.json() == {"active": False}
