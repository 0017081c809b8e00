"""Pushed requests, DPoP, client assertions, rate limits, and identity providers that the org trusts.

Facts: Okta's OpenID Connect reference (`/par`), developer.okta.com/docs/guides/dpop/, Okta's catalogue of OAuth errors,
developer.okta.com/docs/reference/rl2-client-based/.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import httpx2
import pytest
from joserfc import jws
from joserfc.jwk import ECKey, OctKey, RSAKey

from mock_idps.core.model import AppRegistration, Person, Tenant

from .conftest import CALLBACK, ORG, SECRET, Clock, Surfer, authorize_url, login, redeem, told, unpacked

pytestmark = pytest.mark.anyio

CLIENT = "0oa1pelanor000000001"
AUTH = (CLIENT, SECRET)
DEFAULT = f"{ORG}/oauth2/default"
ASKED = {"redirect_uri": CALLBACK, "response_type": "code", "scope": "openid", "state": "a-state"}
TOKEN = f"{ORG}/oauth2/v1/token"
KEY = ECKey.generate_key("P-256")


def signed(key: Any, claims: dict[str, Any], header: dict[str, Any]) -> str:
    algorithms = ["ES256", "RS256", "HS256"]
    return jws.serialize_compact(header, json.dumps(claims), key, algorithms=algorithms)


# -- pushed requests ------------------------------------------------------------------------------------------------


async def push(client: httpx2.AsyncClient, **changed: str) -> httpx2.Response:
    return await client.post("/oauth2/default/v1/par", data={**ASKED, **changed}, auth=AUTH)


@pytest.fixture
def _custom(tenant: Tenant) -> None:
    tenant.settings["api_access_management"] = True


@pytest.mark.usefixtures("_custom")
async def test_pushed_request(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A pushed request is 201, and its request_uri signs in once."""
    answer = await push(client)
    url = f"{DEFAULT}/v1/authorize?{httpx2.QueryParams(client_id=CLIENT, request_uri=answer.json()['request_uri'])}"
    await surfer.open(url)
    back = told(await surfer.sign_in("alice@globex.example"))

    assert answer.status_code == 201
    assert list(back) == ["code", "state"]
    assert (await surfer.open(url)).status_code == 400
    assert surfer.text('id="error-code"') == "Error Code: invalid_request_uri"


@pytest.mark.usefixtures("_custom")
@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"request_uri": "urn:x"}, "The 'request_uri' parameter must not be present in the request."),
        ({"state": ""}, "The authentication request has an invalid 'state' parameter."),
    ],
)
async def test_pushed_request_is_checked(client: httpx2.AsyncClient, changed: dict[str, str], text: str) -> None:
    """A bad request is refused where it is pushed."""
    answer = await push(client, **changed)

    assert answer.status_code == 400
    assert answer.json()["error_description"] == text


@pytest.mark.usefixtures("_custom")
async def test_pushing_needs_the_secret(client: httpx2.AsyncClient) -> None:
    """Nobody pushes without proving who they are."""
    answer = await client.post("/oauth2/default/v1/par", data=ASKED, auth=(CLIENT, "wrong"))

    assert answer.status_code == 401


@pytest.mark.usefixtures("_custom")
async def test_pushed_request_belongs_to_its_client_and_server(surfer: Surfer, client: httpx2.AsyncClient) -> None:
    """A request_uri works for its own client at its own server, and for five minutes."""
    uri = (await push(client)).json()["request_uri"]
    seen = []
    for base, client_id in ((f"{ORG}/oauth2", CLIENT), (DEFAULT, "0oaOther")):
        await surfer.open(f"{base}/v1/authorize?{httpx2.QueryParams(client_id=client_id, request_uri=uri)}")
        seen.append(surfer.text('id="error-description"'))

    assert seen == [
        "Description: The request_uri was issued for another authorization server.",
        "Description: The 'client_id' parameter does not match the expected value for the provided request_uri.",
    ]


async def test_org_server_of_2026_has_no_par(client: httpx2.AsyncClient) -> None:
    """What the metadata does not announce is not there."""
    assert (await client.post("/oauth2/v1/par", data=ASKED, auth=AUTH)).status_code == 404


# -- DPoP -----------------------------------------------------------------------------------------------------------


def proof(clock: Clock, nonce: str | None = None, *, jti: str = "1", typ: str = "dpop+jwt", **changed: Any) -> str:
    claims = {"htm": "POST", "htu": TOKEN, "iat": int(clock.at), "jti": jti} | changed
    if nonce:
        claims["nonce"] = nonce
    header = {"typ": typ, "alg": "ES256", "jwk": KEY.as_dict(private=False)}
    return signed(KEY, claims, header)


async def nonce_of(client: httpx2.AsyncClient, code: str, clock: Clock) -> str:
    answer = await redeem(client, code, headers={"DPoP": proof(clock, jti="first")})
    assert answer.json()["error"] == "use_dpop_nonce"
    given: str = answer.headers["dpop-nonce"]
    return given


async def test_dpop_login(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration, clock: Clock) -> None:
    """First the nonce, then a bound token, then userinfo with a proof of that very token."""
    app.settings["dpop_bound_access_tokens"] = True
    code = (await login(surfer))["code"]
    nonce = await nonce_of(client, code, clock)
    body = (await redeem(client, code, headers={"DPoP": proof(clock, nonce, jti="2")})).json()
    digest = hashlib.sha256(body["access_token"].encode()).digest()
    ath = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    use = proof(clock, jti="3", htm="GET", htu=f"{ORG}/oauth2/v1/userinfo", ath=ath)
    headers = {"Authorization": f"DPoP {body['access_token']}", "DPoP": use}
    info = await client.get("/oauth2/v1/userinfo", headers=headers)

    assert body["token_type"] == "DPoP"
    assert unpacked(body["access_token"])["cnf"] == {"jkt": KEY.thumbprint()}
    assert info.status_code == 200
    plain = await client.get("/oauth2/v1/userinfo", headers={"Authorization": f"Bearer {body['access_token']}"})
    assert plain.status_code == 401


async def test_dpop_token_is_bound_to_its_key(surfer: Surfer, client: httpx2.AsyncClient, clock: Clock) -> None:
    """A proof by another key opens nothing."""
    code = (await login(surfer))["code"]
    nonce = await nonce_of(client, code, clock)
    token = (await redeem(client, code, headers={"DPoP": proof(clock, nonce, jti="2")})).json()["access_token"]
    ath = base64.urlsafe_b64encode(hashlib.sha256(token.encode()).digest()).rstrip(b"=").decode()
    stolen = ECKey.generate_key("P-256")
    claims = {"htm": "GET", "htu": f"{ORG}/oauth2/v1/userinfo", "iat": int(clock.at), "jti": "3", "ath": ath}
    use = signed(stolen, claims, {"typ": "dpop+jwt", "alg": "ES256", "jwk": stolen.as_dict(private=False)})

    answer = await client.get("/oauth2/v1/userinfo", headers={"Authorization": f"DPoP {token}", "DPoP": use})

    assert answer.status_code == 401


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"typ": "jwt"}, "'typ' must be 'dpop+jwt' in the DPoP proof JWT."),
        ({"htm": "GET"}, "'htm' claim in the DPoP proof JWT is invalid."),
        ({"htu": ORG}, "'htu' claim in the DPoP proof JWT is invalid."),
        ({"iat": None}, "'iat' claim in the DPoP proof JWT is invalid."),
        ({"iat": 1_890_000_000}, "The DPoP proof JWT is issued in the future."),
        ({"iat": 1_789_999_000}, "The DPoP proof JWT is issued more than five minutes in the past."),
        ({"jti": ""}, "'jti' claim in the DPoP proof JWT is invalid."),
        ({"jti": "first"}, "The DPoP proof JWT has already been used."),
    ],
)
async def test_dpop_proof_is_checked(
    surfer: Surfer, client: httpx2.AsyncClient, clock: Clock, changed: dict[str, Any], text: str
) -> None:
    """Each fault of a proof has its own sentence."""
    code = (await login(surfer))["code"]
    nonce = await nonce_of(client, code, clock)

    answer = await redeem(client, code, headers={"DPoP": proof(clock, nonce, **({"jti": "2"} | changed))})

    assert answer.status_code == 400
    assert answer.json() == {"error": "invalid_dpop_proof", "error_description": text}


async def test_dpop_required(surfer: Surfer, client: httpx2.AsyncClient, app: AppRegistration) -> None:
    """An app that must use DPoP is refused without a proof."""
    app.settings["dpop_bound_access_tokens"] = True

    answer = await redeem(client, (await login(surfer))["code"])

    assert answer.json()["error_description"] == "The DPoP proof JWT header is missing."


# -- client assertions ----------------------------------------------------------------------------------------------


def assertion(clock: Clock, key: Any, algorithm: str, **changed: Any) -> dict[str, str]:
    claims = {"iss": CLIENT, "sub": CLIENT, "aud": TOKEN, "exp": int(clock.at) + 60, "jti": "1"} | changed
    kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    return {"client_assertion": signed(key, claims, {"alg": algorithm}), "client_assertion_type": kind}


async def test_client_secret_jwt(surfer: Surfer, client: httpx2.AsyncClient, clock: Clock) -> None:
    """A client may sign with its secret, once per assertion."""
    form = assertion(clock, OctKey.import_key(SECRET), "HS256")

    answer = await redeem(client, (await login(surfer))["code"], auth=None, **form)
    again = await redeem(client, "any", auth=None, **form)

    assert answer.status_code == 200
    assert again.json()["error_description"] == "The client_assertion token has already been used."


async def test_private_key_jwt(surfer: Surfer, client: httpx2.AsyncClient, clock: Clock, app: AppRegistration) -> None:
    """A client may sign with its own key, once its public half is registered."""
    key = RSAKey.generate_key(2048)
    form = assertion(clock, key, "RS256")
    code = (await login(surfer))["code"]
    before = await redeem(client, code, auth=None, **form)
    app.settings["jwks"] = {"keys": [key.as_dict(private=False)]}

    assert before.json()["error_description"].startswith("The client does not have a JWKSet configured")
    assert (await redeem(client, code, auth=None, **form)).status_code == 200


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"iss": "0oaNobody"}, "The issuer claim for client_assertion is not a valid client_id."),
        ({"sub": "0oaNobody"}, "The subject claim for client_assertion is not a valid client_id."),
        ({"aud": "elsewhere"}, "The audience claim for client_assertion must be the endpoint invoked for the request."),
        ({"exp": None}, "The client_assertion must contain the 'exp' claim as seconds since epoch."),
        ({"exp": 1_789_999_999}, "The client_assertion token is expired."),
        ({"exp": 1_790_009_999}, "The client_assertion token has an expiration too far into the future."),
    ],
)
async def test_assertion_is_checked(
    client: httpx2.AsyncClient, clock: Clock, changed: dict[str, Any], text: str
) -> None:
    """Each fault of an assertion has its own sentence."""
    answer = await redeem(client, "x", auth=None, **assertion(clock, OctKey.import_key(SECRET), "HS256", **changed))

    assert answer.status_code == 401
    assert answer.json()["error_description"] == text


async def test_assertion_signature(client: httpx2.AsyncClient, clock: Clock) -> None:
    """An assertion under another secret is refused."""
    answer = await redeem(client, "x", auth=None, **assertion(clock, OctKey.import_key("x" * 64), "HS256"))

    assert answer.json()["error_description"] == "The client_assertion signature is invalid."


# -- rate limits ----------------------------------------------------------------------------------------------------


async def test_authorize_is_limited_per_device(client: httpx2.AsyncClient, tenant: Tenant, clock: Clock) -> None:
    """The third request in a minute is 429 E0000047 with its headers; the next minute is free again."""
    tenant.settings["rate_limits"] = {"authorize_per_minute": 2}
    answers = [await client.get(authorize_url(prompt="none")) for _ in range(3)]
    other = await client.get(authorize_url(prompt="none"), headers={"Cookie": "DT=another-device"})
    clock.at += 60
    later = await client.get(authorize_url(prompt="none"))

    assert [it.status_code for it in (*answers, other, later)] == [302, 302, 429, 302, 302]
    assert answers[2].json()["errorCode"] == "E0000047"
    assert answers[2].headers["x-rate-limit-remaining"] == "0"


async def test_no_limit_by_default(client: httpx2.AsyncClient) -> None:
    """Without the switch nothing is throttled."""
    answers = [await client.get(authorize_url(prompt="none")) for _ in range(70)]

    assert {it.status_code for it in answers} == {302}


async def test_token_limit_has_the_api_shape(client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """Over the org's limit /token is 429 in the shape of the API."""
    tenant.settings["rate_limits"] = {"token_per_minute": 1}
    await redeem(client, "x")

    answer = await redeem(client, "x")

    assert (answer.status_code, answer.json()["errorCode"]) == (429, "E0000047")
    assert answer.headers["x-rate-limit-limit"] == "1"


async def test_person_limit_has_the_oauth_shape(surfer: Surfer, client: httpx2.AsyncClient, tenant: Tenant) -> None:
    """Over a person's limit /token is 429 invalid_grant."""
    tenant.settings["rate_limits"] = {"token_per_person_and_second": 1}
    codes = [(await login(surfer))["code"], told(await surfer.open(authorize_url()))["code"]]

    answers = [await redeem(client, code) for code in codes]

    assert [it.status_code for it in answers] == [200, 429]
    assert answers[1].json()["error"] == "invalid_grant"


# -- identity providers ---------------------------------------------------------------------------------------------


@pytest.fixture
def _provider(tenant: Tenant) -> None:
    tenant.settings["identity_providers"] = {"0oaIdp": {"name": "Globex ADFS"}}


@pytest.mark.usefixtures("_provider")
async def test_external_login(surfer: Surfer, client: httpx2.AsyncClient, alice: Person) -> None:
    """`idp=` leads to the provider, and amr says that the sign-in was federated."""
    alice.attributes["idp"] = "0oaIdp"
    page = await surfer.open(authorize_url(idp="0oaIdp"))
    code = told(await surfer.submit(username="alice@globex.example", action="sign-in"))["code"]
    claims = unpacked((await redeem(client, code)).json()["id_token"])

    assert "Globex ADFS" in page.text
    assert (claims["amr"], claims["idp"]) == (["fed"], "0oaIdp")


@pytest.mark.usefixtures("_provider")
@pytest.mark.parametrize(
    ("form", "state", "text"),
    [
        ({"action": "cancel"}, "active", "User canceled the social login request."),
        ({"username": "nobody@globex.example"}, "active", "Error in linking or finding a linked user."),
        ({"username": "alice@globex.example"}, "staged", "User status is invalid."),
    ],
)
async def test_external_login_refused(
    surfer: Surfer, alice: Person, form: dict[str, str], state: str, text: str
) -> None:
    """A federated sign-in that fails comes back to the app as access_denied."""
    alice.state = state
    await surfer.open(authorize_url(idp="0oaIdp"))

    back = told(await surfer.submit(**form))

    assert (back["error"], back["error_description"]) == ("access_denied", text)
