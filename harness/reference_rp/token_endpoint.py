"""The token endpoint: a code, or a refresh token, for tokens. Authlib speaks; the answer is checked before it is used."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

import httpx2
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oauth2.auth import ClientAuth

from . import adapters, wire
from .configuration import Connection
from .refusal import Refusal
from .relying_party import RelyingParty

# Authlib publishes no types; at its edge everything is Any, and `answer` restores certainty.
_Client: Any = AsyncOAuth2Client
_Credentials: Any = ClientAuth

_TEXTS = ("access_token", "id_token", "token_type", "refresh_token", "scope")
_NAMED = {"invalid_client": "invalid_client", "unauthorized_client": "invalid_client", "invalid_grant": "invalid_grant"}
DEFAULT_LIFETIME = 3600


def basic_credentials(auth: Any, method: str, uri: str, headers: Any, body: Any) -> tuple[str, Any, Any]:
    """HTTP Basic as RFC 6749, 2.3.1 wants it: id and secret form-encoded first, which Authlib's own method leaves out."""
    encoded = _Credentials(quote_plus(auth.client_id), quote_plus(auth.client_secret), "client_secret_basic")
    prepared: tuple[str, Any, Any] = encoded.prepare(method, uri, headers, body)
    return prepared


def scopes(connection: Connection) -> str:
    """What to ask for; "openid" always (OIDC Core 1.0, 3.1.2.1)."""
    adapter = adapters.find(connection.idp)
    wanted = connection.scopes or (adapter.scopes if adapter else ("openid",))
    return " ".join(wanted if "openid" in wanted else ("openid", *wanted))


def client(party: RelyingParty, connection: Connection) -> Any:
    """Authlib's client for one connection; cheap, used once, sends through the bounded back channel only."""
    oauth = _Client(
        client_id=connection.client_id,
        client_secret=connection.client_secret,
        token_endpoint_auth_method=connection.auth_method,
        scope=scopes(connection),
        code_challenge_method="S256",
        transport=wire.BoundedTransport(party.http, party.configuration),
        timeout=wire.deadlines(party.configuration.timeouts),
    )
    oauth.register_client_auth_method(("client_secret_basic", basic_credentials))
    oauth.register_compliance_hook("access_token_response", answer)
    oauth.register_compliance_hook("refresh_token_response", answer)
    return oauth


async def redeem(
    party: RelyingParty,
    connection: Connection,
    metadata: Mapping[str, Any],
    code: str,
    redirect_uri: str,
    verifier: str,
) -> dict[str, Any]:
    """The tokens for `code`; asked for once, never again, for a code is good once.

    Raises:
        Refusal: one of "token_endpoint.*".
    """
    oauth = client(party, connection)
    try:
        token = await oauth.fetch_token(
            metadata["token_endpoint"],
            grant_type="authorization_code",
            code=code,
            redirect_uri=redirect_uri,
            code_verifier=verifier,
        )
    except (wire.Unavailable, httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise Refusal("token_endpoint.unavailable", str(error) or type(error).__name__) from error
    return dict(token)


async def refresh(
    party: RelyingParty, connection: Connection, metadata: Mapping[str, Any], refresh_token: str
) -> dict[str, Any]:
    """New tokens for `refresh_token` (RFC 6749, 6); the answer may hold a new refresh token, the old one is then spent.

    Raises:
        Refusal: one of "token_endpoint.*".
    """
    oauth = client(party, connection)
    oauth.token = {"refresh_token": refresh_token}
    try:
        token = await oauth.refresh_token(metadata["token_endpoint"], refresh_token=refresh_token)
    except (wire.Unavailable, httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise Refusal("token_endpoint.unavailable", str(error) or type(error).__name__) from error
    return {**token, "refresh_token": token.get("refresh_token") or refresh_token}


def answer(response: httpx2.Response) -> httpx2.Response:
    """The answer with only what we use, of the types we rely on; anything else is refused here (RFC 6749, 5.1, 5.2).

    Unknown members, odd or absent "expires_in" and any media type are taken as they come.
    """
    if response.status_code >= 500:  # noqa: PLR2004 - HTTP's own number
        raise Refusal("token_endpoint.unavailable", f"the token endpoint answered HTTP {response.status_code}")
    try:
        found = wire.json_object(response)
    except wire.Unavailable as error:
        raise Refusal("token_endpoint.answer", str(error)) from error
    refused(found)
    if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
        raise Refusal("token_endpoint.answer", f"the token endpoint answered HTTP {response.status_code}")
    if not isinstance(found.get("access_token"), str):
        raise Refusal("token_endpoint.answer", 'the answer holds no "access_token"')
    clean = {name: found[name] for name in _TEXTS if isinstance(found.get(name), str)}
    return httpx2.Response(200, json={**clean, "expires_in": lifetime(found)}, request=response.request)


def refused(found: Mapping[str, Any]) -> None:
    """Raise when the answer is an error, in OAuth's shape or in Okta's own ("errorCode", "errorSummary")."""
    error = found.get("error", found.get("errorCode"))
    if error is None:
        return
    name = error if isinstance(error, str) else json.dumps(error)[:100]
    described = found.get("error_description", found.get("errorSummary", ""))
    raise Refusal(
        f"token_endpoint.{_NAMED.get(name, 'error')}",
        f"the token endpoint refused: {re.sub(r'[^ -~]', ' ', name)[:100]}",
        idp_error=name,
        idp_description=described if isinstance(described, str) else "",
    )


def lifetime(found: Mapping[str, Any]) -> int:
    """The value of "expires_in" in seconds; strings and fractions are read, anything odd becomes an hour."""
    try:
        seconds = int(float(found.get("expires_in", DEFAULT_LIFETIME)))
    except (TypeError, ValueError, OverflowError):
        return DEFAULT_LIFETIME
    return max(0, min(seconds, 10 * 365 * 86400))
