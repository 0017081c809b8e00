"""The token endpoint: what it gives and how it refuses.

Facts: a trial org's exchange of September 2026 (member order, headers), Okta's catalogue of OAuth errors
(github.com/okta/okta-developer-docs `packages/@okta/vuepress-site/data/oauth2-error-codes.json`), developer.okta.com/docs/reference/error-codes/.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import httpx2
import pytest

from mock_idps.core.fault import Fault
from mock_idps.core.model import AppRegistration, Group, Person, Tenant
from mock_idps.core.service import Service

from .conftest import ORG, SECRET, Clock, Surfer, authorize_url, login, redeem, told, unpacked

pytestmark = pytest.mark.anyio

CLIENT = "0oa1pelanor000000001"
THIN = [
    "sub", "name", "email", "ver", "iss", "aud", "iat", "exp", "jti", "amr", "idp", "nonce", "preferred_username",
    "auth_time", "at_hash",
]  # fmt: skip


async def test_members_in_order(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The answer has token_type, expires_in, access_token, scope, id_token, in this order."""
    answer = await redeem(client, (await login(surfer))["code"])

    assert list(answer.json()) == ["token_type", "expires_in", "access_token", "scope", "id_token"]
    assert answer.json()["expires_in"] == 3600


async def test_scope_order_is_oktas(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The scopes come back in Okta's order, not in that of the request."""
    answer = await redeem(client, (await login(surfer, scope="profile email openid"))["code"])

    assert answer.json()["scope"] == "openid profile email"


async def test_headers_and_cookies(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The answer is not cached, tells the rate limit, and clears cookies of a browser that is not there."""
    answer = await redeem(client, (await login(surfer))["code"])
    cookies = [it.partition("=")[0] for it in answer.headers.get_list("set-cookie")]

    assert answer.headers["cache-control"] == "no-cache, no-store"
    assert answer.headers["x-rate-limit-limit"] == "1000"
    assert answer.headers["x-rate-limit-remaining"] == "999"
    assert len(answer.headers["x-okta-request-id"]) == 32
    assert cookies == ["sid", "xids", "autolaunch_triggered", "activate_ca_modal_triggered", "JSESSIONID"]


async def test_thin_id_token(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """In the code flow the ID token is thin, in Okta's order, under a header of kid and alg alone."""
    token = (await redeem(client, (await login(surfer))["code"])).json()["id_token"]

    assert list(unpacked(token, 0)) == ["kid", "alg"]
    assert list(unpacked(token)) == THIN


async def test_values_of_the_id_token(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Sub is Okta's id, aud a string, ver the number 1, idp the org, exp an hour away."""
    claims = unpacked((await redeem(client, (await login(surfer))["code"])).json()["id_token"])

    assert claims["sub"] == "00u1alice00000000001"
    assert (claims["iss"], claims["aud"], claims["ver"]) == (ORG, CLIENT, 1)
    assert claims["idp"] == "00o1globex0000000001"
    assert claims["exp"] - claims["iat"] == 3600
    assert claims["jti"].startswith("ID.")
    assert len(claims["jti"]) == 46
    assert claims["amr"] == ["pwd"]


@pytest.mark.parametrize(
    ("scope", "absent"),
    [
        ("openid", {"name", "email", "preferred_username"}),
        ("openid email", {"name", "preferred_username"}),
        ("openid profile", {"email"}),
    ],
)
async def test_claims_follow_the_scopes(
    surfer: Surfer, client: httpx2.AsyncClient, scope: str, absent: set[str]
) -> None:
    """A claim without its scope is absent."""
    claims = unpacked((await redeem(client, (await login(surfer, scope=scope))["code"])).json()["id_token"])

    assert set(THIN) - set(claims) == absent


async def test_no_nonce_no_claim(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """`nonce` is echoed only when it was sent."""
    claims = unpacked((await redeem(client, (await login(surfer, nonce=None))["code"])).json()["id_token"])

    assert "nonce" not in claims


async def test_org_access_token_has_no_published_key(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """The org server's access token looks like a JWT of the org, but its key is published nowhere."""
    token = (await redeem(client, (await login(surfer))["code"])).json()["access_token"]
    keys = (await client.get("/oauth2/v1/keys")).json()["keys"]
    claims = unpacked(token)

    assert unpacked(token, 0)["kid"] not in {key["kid"] for key in keys}
    assert claims["aud"] == claims["iss"] == ORG
    assert claims["sub"] == "alice@globex.example"


async def test_custom_access_token(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A custom server's access token is for api://default, under a published key, with the login as sub."""
    tenant.settings["api_access_management"] = True
    await surfer.open(authorize_url(f"{ORG}/oauth2/default"))
    code = told(await surfer.sign_in("alice@globex.example"))["code"]
    token = (await redeem(client, code, path="/oauth2/default/v1/token")).json()["access_token"]
    keys = (await client.get("/oauth2/default/v1/keys")).json()["keys"]

    assert list(unpacked(token)) == [
        "ver", "jti", "iss", "aud", "iat", "exp", "cid", "uid", "scp", "auth_time", "sub",
    ]  # fmt: skip
    assert unpacked(token)["aud"] == "api://default"
    assert unpacked(token, 0)["kid"] in {key["kid"] for key in keys}


async def test_custom_domain_app_in_dynamic_mode(
    surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant, app: AppRegistration
) -> None:
    """An app in DYNAMIC mode gets the host of the request as issuer; in ORG_URL mode never."""
    tenant.settings["custom_domain"] = "login.globex.example"
    seen = []
    for mode in ("DYNAMIC", "ORG_URL"):
        app.settings["issuer_mode"] = mode
        await surfer.open(authorize_url("https://login.globex.example/oauth2", prompt="login"))
        code = told(await surfer.sign_in("alice@globex.example"))["code"]
        answer = await redeem(client, code, path="https://login.globex.example/oauth2/v1/token")
        seen.append(unpacked(answer.json()["id_token"])["iss"])

    assert seen == ["https://login.globex.example", ORG]


REFUSED: list[tuple[dict[str, Any], int, str, str]] = [
    ({"code": "bogus"}, 400, "invalid_grant", "The authorization code is invalid or has expired."),
    (
        {"redirect_uri": "http://app.pelanor.io/api/auth/callback/okta-globex"},
        400,
        "invalid_grant",
        "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
    ),
    (
        {"auth": (CLIENT, "wrong")},
        401,
        "invalid_client",
        "The client secret supplied for a confidential client is invalid.",
    ),
    ({"auth": None}, 401, "invalid_client", "No client credentials found."),
    ({"auth": None, "client_id": CLIENT}, 401, "invalid_client", "No client credentials found."),
    (
        {"auth": None, "headers": {"Authorization": "Basic !!!"}},
        401,
        "invalid_client",
        "Found Authentication header but was not valid client credentials.",
    ),
    (
        {"path": "/oauth2/v1/token?client_id=x"},
        400,
        "invalid_request",
        "Client credentials cannot be supplied via query parameters.",
    ),
    (
        {"grant_type": None},
        400,
        "invalid_request",
        (
            "The token request must specify a 'grant_type'. Valid values: [authorization_code, implicit, "
            "refresh_token, password, client_credentials, urn:ietf:params:oauth:grant-type:device_code]"
        ),
    ),
    (
        {"grant_type": "refresh_token"},
        400,
        "unauthorized_client",
        "The client is not authorized to use the provided grant type. Configured grant types: [authorization_code].",
    ),
    (
        {"grant_type": "magic"},
        400,
        "unsupported_grant_type",
        (
            "The authorization grant type is not supported by the authorization server. Configured grant types: "
            "[authorization_code, implicit, refresh_token, password]."
        ),
    ),
    (
        {"code_verifier": "v" * 43},
        400,
        "invalid_request",
        "PKCE code challenge should be specified in the authorize request for code verification.",
    ),
    (
        {"headers": {"Origin": "https://app.pelanor.io"}},
        401,
        "invalid_client",
        "Browser requests to the token endpoint must use Proof Key for Code Exchange.",
    ),
]


@pytest.mark.parametrize(("changed", "status", "error", "text"), REFUSED, ids=lambda it: str(it)[:50])
async def test_refused(
    surfer: Surfer, client: httpx2.AsyncClient, changed: dict[str, Any], status: int, error: str, text: str
) -> None:
    """A bad token request is refused with Okta's status, error and sentence."""
    code = (await login(surfer))["code"]

    answer = await redeem(client, **({"code": code} | changed))

    assert answer.status_code == status
    assert answer.json() == {"error": error, "error_description": text}


async def test_two_credentials(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Credentials in header and body are refused, and the description stands first."""
    answer = await redeem(client, (await login(surfer))["code"], client_id=CLIENT, client_secret=SECRET)

    assert answer.status_code == 401
    assert list(answer.json()) == ["error_description", "error"]
    assert answer.json()["error"] == "invalid_request"


async def test_secret_in_the_body(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """Credentials in the body alone are fine."""
    code = (await login(surfer))["code"]

    answer = await redeem(client, code, auth=None, client_id=CLIENT, client_secret=SECRET)

    assert answer.status_code == 200


async def test_registered_method_only(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """An app registered for one method is refused by another."""
    app.auth_method = "client_secret_post"

    answer = await redeem(client, (await login(surfer))["code"])

    assert answer.json()["error_description"] == (
        "Client authentication failed. Either the client or the client credentials are invalid."
    )


@pytest.mark.parametrize("status", [400, 401])
async def test_unknown_client_has_the_api_shape(client: httpx2.AsyncClient, tenant: Tenant, status: int) -> None:
    """An unknown client is told before its bogus code, in a body without "error"; 400, or 401 by switch."""
    tenant.settings["unknown_client_status"] = status

    answer = await redeem(client, "bogus", auth=("0oaNobody", "x"))

    assert answer.status_code == status
    assert answer.json()["errorCode"] == "invalid_client"
    assert "error" not in answer.json()


async def test_code_works_once(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A code that was redeemed is invalid."""
    code = (await login(surfer))["code"]
    await redeem(client, code)

    again = await redeem(client, code)

    assert again.json()["error_description"] == "The authorization code is invalid or has expired."


@pytest.mark.parametrize(("age", "status"), [(299, 200), (300, 400)])
async def test_code_lives_five_minutes(
    surfer: Surfer, client: httpx2.AsyncClient, clock: Clock, age: int, status: int
) -> None:
    """A code works for 300 seconds."""
    code = (await login(surfer))["code"]
    clock.at += age

    assert (await redeem(client, code)).status_code == status


async def test_code_of_another_client(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A code of another app is refused in its own words."""
    tenant.apps.append(AppRegistration("0oaOther", "other-secret"))

    answer = await redeem(client, (await login(surfer))["code"], auth=("0oaOther", "other-secret"))

    assert answer.json()["error_description"].startswith("The grant was issued to another client.")


async def test_code_of_another_server(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """A code of the org server is worth nothing at a custom one."""
    tenant.settings["api_access_management"] = True

    answer = await redeem(client, (await login(surfer))["code"], path="/oauth2/default/v1/token")

    assert answer.json()["error_description"] == "The grant was issued for another authorization server."


async def test_published_app_at_a_custom_server(
    client: httpx2.AsyncClient, tenant: Tenant, app: AppRegistration
) -> None:
    """A published app cannot use a custom server."""
    tenant.settings["api_access_management"] = True
    app.settings["published"] = True

    answer = await redeem(client, "any", path="/oauth2/default/v1/token")

    assert answer.json()["error_description"] == "This client cannot use a custom authorization server."


@pytest.mark.parametrize(
    ("settings", "path", "code"),
    [({}, "default", "E0000015"), ({"api_access_management": True}, "aus9", "E0000007")],
)
async def test_server_that_is_not_there(
    client: httpx2.AsyncClient, tenant: Tenant, settings: dict[str, Any], path: str, code: str
) -> None:
    """/token of a server that the org has not is refused in the shape of the API."""
    tenant.settings |= settings

    assert (await redeem(client, "x", path=f"/oauth2/{path}/v1/token")).json()["errorCode"] == code


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "The request contained multiple parameters with the same name."),
        (
            {"repeated_parameter_wording": "other"},
            "Duplicate parameter provided in request. Duplicated parameters: [grant_type].",
        ),
    ],
)
async def test_repeated_parameter(
    client: httpx2.AsyncClient, tenant: Tenant, settings: dict[str, str], sentence: str
) -> None:
    """A form parameter sent twice is refused, in one of the catalogue's two sentences."""
    tenant.settings |= settings
    answer = await client.post(
        "/oauth2/v1/token",
        content="grant_type=authorization_code&grant_type=authorization_code",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )

    assert answer.json() == {"error": "invalid_request", "error_description": sentence}


CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(b"v" * 43).digest()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    ("verifier", "error", "text"),
    [
        (None, "invalid_request", "PKCE code verifier is required by the application."),
        ("w" * 43, "invalid_grant", "PKCE verification failed."),
    ],
)
async def test_pkce_refused(
    surfer: Surfer, client: httpx2.AsyncClient, verifier: str | None, error: str, text: str
) -> None:
    """A missing verifier and a wrong one are two different errors."""
    back = await login(surfer, code_challenge=CHALLENGE, code_challenge_method="S256")

    answer = await redeem(client, back["code"], code_verifier=verifier)

    assert answer.json() == {"error": error, "error_description": text}


async def test_pkce_lets_browsers_in(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """With PKCE an Origin header does no harm."""
    back = await login(surfer, code_challenge=CHALLENGE, code_challenge_method="S256")

    answer = await redeem(client, back["code"], code_verifier="v" * 43, headers={"Origin": "https://x.example"})

    assert answer.status_code == 200


async def test_browser_gets_no_refresh_token(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A browser that asked for offline_access is refused."""
    back = await login(surfer, scope="openid offline_access", code_challenge=CHALLENGE, code_challenge_method="S256")

    answer = await redeem(client, back["code"], code_verifier="v" * 43, headers={"Origin": "https://x.example"})

    assert answer.json()["error_description"] == (
        "Browser requests to the token endpoint may not include the offline_access scope."
    )


async def test_wrong_method(client: httpx2.AsyncClient) -> None:
    """GET /token is 405 E0000022."""
    answer = await client.get("/oauth2/v1/token")

    assert (answer.status_code, answer.json()["errorCode"]) == (405, "E0000022")


@pytest.mark.parametrize(
    ("situation", "status", "member"),
    [
        ("internal_error", 500, "errorCode"),
        ("server_error", 500, "error"),
        ("temporarily_unavailable", 400, "error"),
        ("hook_failed", 400, "error"),
    ],
)
async def test_okta_fails(
    surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration, situation: str, status: int, member: str
) -> None:
    """An outage of Okta's own shows in its own shape."""
    code = (await login(surfer))["code"]
    app.settings["fails"] = {"token": situation}

    answer = await redeem(client, code)

    assert answer.status_code == status
    assert member in answer.json()


async def test_too_many_groups(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration, alice: Person) -> None:
    """Over 100 groups by an expression: /token refuses with server_error."""
    alice.groups = tuple(Group(f"00g{number}", f"Group {number}") for number in range(101))
    app.settings["groups_claim"] = {"type": "EXPRESSION"}

    answer = await redeem(client, (await login(surfer, scope="openid groups"))["code"])

    assert answer.status_code == 400
    assert answer.json() == {
        "error": "server_error",
        "error_description": "The groups claim matched too many groups and must be configured to match fewer groups.",
    }


async def test_faults_reach_the_tokens(surfer: Surfer, client: httpx2.AsyncClient, service: Service) -> None:
    """Lies about claims and about the answer are told."""

    class Lie(Fault):
        def id_token(self, claims: dict[str, Any]) -> dict[str, Any]:
            return {**claims, "aud": "another"}

        def token_response(self, body: dict[str, Any]) -> dict[str, Any]:
            return {**body, "token_type": "mac"}

    code = (await login(surfer))["code"]
    service.fault = Lie()

    body = (await redeem(client, code)).json()

    assert (unpacked(body["id_token"])["aud"], body["token_type"]) == ("another", "mac")


async def test_every_wording_names_its_source() -> None:
    """Every row of every error book says where its words come from."""
    from mock_idps.okta.errors import DECISION, REQUEST
    from mock_idps.okta.page_errors import LAUNCH, LOGOUT, SIGN_IN
    from mock_idps.okta.token_errors import TOKEN

    rows = [row for book in (REQUEST, DECISION, SIGN_IN, LOGOUT, LAUNCH, TOKEN) for row in book.values()]

    assert all(row.source for row in rows)
