"""Libraries of other people, unmodified, at the org's production name.

They need the gateway; the Node one needs Node.js 20 or newer, and npm's registry on the first run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from authlib.integrations.base_client import OAuthError
from joserfc.jwk import RSAKey
from okta_jwt_verifier import AccessTokenVerifier, IDTokenVerifier
from okta_jwt_verifier.exceptions import JWTValidationException

from mock_idps.core.model import Tenant

from .conftest import CALLBACK, CLIENT, ORG, SECRET, signs_in

CUSTOM = f"{ORG}/oauth2/default"


@pytest.fixture
def _through_the_door(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in stage.environment.items():
        monkeypatch.setenv(name, value)


def tokens(stage: Any, issuer: str) -> dict[str, str]:
    """The tokens of one login at an authorization server."""
    base = issuer if issuer != ORG else f"{ORG}/oauth2"
    asked = {"client_id": CLIENT, "redirect_uri": CALLBACK, "response_type": "code", "scope": "openid email"}
    with stage.browser() as browser:
        callback = signs_in(browser, f"{base}/v1/authorize?{httpx2.QueryParams(asked | {'state': 's', 'nonce': 'n'})}")
        form = {
            "grant_type": "authorization_code",
            "code": httpx2.URL(callback).params["code"],
            "redirect_uri": CALLBACK,
        }
        body: dict[str, str] = browser.post(f"{base}/v1/token", data=form, auth=(CLIENT, SECRET)).json()
    return body


@pytest.mark.usefixtures("_through_the_door")
def test_okta_jwt_verifier_verifies_a_custom_server(stage: Any) -> None:
    """Okta's own verifier accepts both tokens of a custom server."""
    given = tokens(stage, CUSTOM)

    AccessTokenVerifier(issuer=CUSTOM, audience="api://default").verify_sync(given["access_token"])
    IDTokenVerifier(issuer=CUSTOM, client_id=CLIENT, audience=CLIENT).verify_sync(given["id_token"], nonce="n")


@pytest.mark.usefixtures("_through_the_door")
def test_okta_jwt_verifier_refuses_the_org_server(stage: Any) -> None:
    """Okta's own verifier finds no key for the org server's access token, though it does for its ID token."""
    given = tokens(stage, ORG)

    IDTokenVerifier(issuer=ORG, client_id=CLIENT, audience=CLIENT).verify_sync(given["id_token"], nonce="n")
    with pytest.raises(JWTValidationException, match="No matching JWK"):
        AccessTokenVerifier(issuer=ORG, audience=ORG).verify_sync(given["access_token"])


@pytest.mark.usefixtures("_through_the_door")
@pytest.mark.parametrize("issuer", [ORG, CUSTOM])
def test_authlib_logs_in_by_discovery(stage: Any, issuer: str) -> None:
    """Authlib needs the issuer and nothing else."""
    from authlib.integrations.requests_client import OAuth2Session
    from joserfc import jwt
    from joserfc.jwk import KeySet

    session = OAuth2Session(CLIENT, SECRET, scope="openid email", redirect_uri=CALLBACK, code_challenge_method="S256")
    found = session.get(f"{issuer}/.well-known/openid-configuration", withhold_token=True).json()
    verifier = "v" * 48
    address, _ = session.create_authorization_url(found["authorization_endpoint"], nonce="n", code_verifier=verifier)
    with stage.browser() as browser:
        callback = signs_in(browser, address)
    given = session.fetch_token(found["token_endpoint"], authorization_response=callback, code_verifier=verifier)
    keys = KeySet.import_key_set(session.get(found["jwks_uri"]).json())
    claims = jwt.decode(given["id_token"], keys, algorithms=["RS256"]).claims
    info = session.get(found["userinfo_endpoint"]).json()
    session.close()

    assert (claims["iss"], claims["aud"], claims["nonce"]) == (issuer, CLIENT, "n")
    assert info["sub"] == claims["sub"] == "00u1alice00000000001"


@pytest.mark.usefixtures("_through_the_door")
def test_authlib_hears_of_a_used_code(stage: Any) -> None:
    """A callback that is opened twice fails at the token endpoint, with Okta's error."""
    from authlib.integrations.requests_client import OAuth2Session

    session = OAuth2Session(CLIENT, SECRET, scope="openid", redirect_uri=CALLBACK)
    address, _ = session.create_authorization_url(f"{ORG}/oauth2/v1/authorize")
    with stage.browser() as browser:
        callback = signs_in(browser, address)
    session.fetch_token(f"{ORG}/oauth2/v1/token", authorization_response=callback)

    with pytest.raises(OAuthError, match="invalid_grant"):
        session.fetch_token(f"{ORG}/oauth2/v1/token", authorization_response=callback)
    session.close()


METHODS = ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"]
"""Every method that Okta's metadata announces."""


@pytest.mark.parametrize(("issuer", "method"), [*((ORG, it) for it in METHODS), (CUSTOM, "client_secret_basic")])
def test_openid_client_logs_in_with_each_method(
    stage: Any, tenant: Tenant, openid_client: Callable[..., dict[str, Any]], issuer: str, method: str
) -> None:
    """Node's openid-client needs the issuer, and the method that the app was registered with."""
    key = RSAKey.generate_key(2048, {"kid": "own", "alg": "RS256", "use": "sig"})
    tenant.apps[0].auth_method = method
    tenant.apps[0].settings["jwks"] = {"keys": [key.as_dict(private=False)]}
    app = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": CALLBACK, "method": method}

    def person(address: str) -> str:
        with stage.browser() as browser:
            return signs_in(browser, address)

    answer = openid_client(stage.environment, person, issuer=issuer, key=key.as_dict(private=True), **app)

    assert answer["claims"]["iss"] == issuer
    assert answer["info"]["email"] == "alice@globex.example"


def test_plain_python_sees_the_captured_document(stage: Any) -> None:
    """A program that only knows the environment's proxy and authority reaches the metadata."""
    script = (
        "import json, urllib.request as r; "
        f"print(json.load(r.urlopen('{ORG}/.well-known/openid-configuration'))['issuer'])"
    )

    told = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | stage.environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == ORG
