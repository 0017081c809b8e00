"""Libraries of other people, unmodified, at JumpCloud's production names, by discovery alone.

They need the gateway; the Node one needs Node.js 20 or newer, and npm's registry on the first run.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from authlib.integrations.base_client import OAuthError
from authlib.integrations.base_client.async_openid import AsyncOpenIDMixin
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from .conftest import CALLBACK, CLIENT, ISSUER, SECRET

METHODS = ["client_secret_basic", "client_secret_post", "none"]
WITHOUT_SLASH = ISSUER.removesuffix("/")
VERIFIER = "v" * 48


def _session(method: str) -> Any:
    return OAuth2Session(
        CLIENT,
        SECRET if method != "none" else None,
        token_endpoint_auth_method=method,
        scope="openid profile email",
        redirect_uri=CALLBACK,
        code_challenge_method="S256",
    )


def _document(session: Any) -> dict[str, Any]:
    found: dict[str, Any] = session.get(f"{ISSUER}.well-known/openid-configuration", withhold_token=True).json()
    return found


def _tokens(outside: Any, session: Any, document: dict[str, Any]) -> dict[str, Any]:
    address, _ = session.create_authorization_url(
        document["authorization_endpoint"], nonce="nonce-of-authlib", code_verifier=VERIFIER
    )
    callback = outside.person_signs_in(address)
    given: dict[str, Any] = session.fetch_token(
        document["token_endpoint"], authorization_response=callback, code_verifier=VERIFIER
    )
    return given


@pytest.mark.parametrize("method", METHODS)
def test_authlib_logs_in_with_each_method(outside: Any, method: str) -> None:
    """Authlib needs the issuer, and the method that the app was registered with."""
    outside.app.auth_method = method
    with _session(method) as session:
        document = _document(session)
        given = _tokens(outside, session, document)
        keys = KeySet.import_key_set(session.get(document["jwks_uri"]).json())
        info = session.get(document["userinfo_endpoint"]).json()
    claims = jwt.decode(given["id_token"], keys, algorithms=["RS256"]).claims

    assert (claims["iss"], claims["aud"], claims["nonce"]) == (ISSUER, [CLIENT], "nonce-of-authlib")
    assert info["sub"] == claims["sub"] == "5e276189c54d3827769d019c"


def test_authlib_with_the_other_method_is_told_so(outside: Any) -> None:
    """The refusal names both methods, and Authlib passes it on."""
    outside.app.auth_method = "client_secret_post"

    with (
        _session("client_secret_basic") as session,
        pytest.raises(OAuthError, match="'client_secret_post', but method 'client_secret_basic' was requested"),
    ):
        _tokens(outside, session, _document(session))


class _Strict(AsyncOpenIDMixin):
    """Authlib's own check of an ID token, fed with documents that were fetched already."""

    client_id = CLIENT

    def __init__(self, document: dict[str, Any], keys: dict[str, Any]) -> None:
        self.server_metadata = {**document, "jwks": keys}

    async def load_server_metadata(self) -> dict[str, Any]:
        return self.server_metadata


@pytest.mark.parametrize("issuer", [ISSUER, WITHOUT_SLASH])
def test_a_strict_client_wants_the_slash(outside: Any, issuer: str) -> None:
    """Authlib, told the issuer as the customer typed it, takes the ID token with the slash only."""
    with _session("client_secret_basic") as session:
        document = _document(session)
        given = _tokens(outside, session, document)
        keys = session.get(document["jwks_uri"]).json()
    checked = _Strict(document, keys).parse_id_token(
        given, "nonce-of-authlib", claims_options={"iss": {"essential": True, "values": [issuer]}}
    )

    if issuer == ISSUER:
        assert asyncio.run(checked)["sub"] == "5e276189c54d3827769d019c"
    else:
        with pytest.raises(JoseError, match="iss"):
            asyncio.run(checked)


@pytest.mark.parametrize("method", METHODS)
def test_openid_client_logs_in_with_each_method(
    outside: Any, openid_client: Callable[..., dict[str, Any]], method: str
) -> None:
    """Node's openid-client needs the issuer, and the method that the app was registered with."""
    outside.app.auth_method = method
    app = {"client_id": CLIENT, "client_secret": SECRET, "redirect_uri": CALLBACK, "method": method}

    answer = openid_client(outside.stage.environment, outside.person_signs_in, issuer=ISSUER, **app)

    assert answer["claims"]["iss"] == ISSUER
    assert answer["claims"]["email_verified"] == "true"
    assert answer["info"]["email"] == "alice@initech.example"
