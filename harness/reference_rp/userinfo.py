"""The userinfo endpoint: the claims a thin ID token leaves out (OIDC Core 1.0, 5.3)."""

from collections.abc import Mapping
from typing import Any

from . import checks, claims, wire
from .configuration import Connection
from .refusal import Refusal
from .relying_party import RelyingParty


def headers(access_token: str) -> dict[str, str]:
    """The access token goes in the header, never in the URL (RFC 6750, 2.1 and 5.3)."""
    return {"Authorization": f"Bearer {access_token}"}


async def fetch(
    party: RelyingParty, connection: Connection, metadata: Mapping[str, Any], access_token: str
) -> dict[str, Any]:
    """What userinfo says; nothing when the issuer has no such endpoint.

    Raises:
        Refusal: "userinfo.unavailable".
    """
    url = metadata.get("userinfo_endpoint")
    if not checks.usable_endpoint(url, connection.issuer) or not access_token.isascii():
        return {}
    try:
        response = await wire.get(party.http, party.configuration, str(url), headers(access_token))
        if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
            raise Refusal("userinfo.unavailable", f"userinfo answered HTTP {response.status_code}")
        return wire.json_object(response)
    except wire.Unavailable as error:
        raise Refusal("userinfo.unavailable", f"userinfo: {error}") from error


async def complete(
    party: RelyingParty,
    connection: Connection,
    metadata: Mapping[str, Any],
    id_token: Mapping[str, Any],
    access_token: str,
) -> dict[str, Any]:
    """The ID token's claims, completed by userinfo about the same subject.

    Raises:
        Refusal: "userinfo.unavailable" or "userinfo.sub".
    """
    found = await fetch(party, connection, metadata, access_token)
    if not found:
        return dict(id_token)
    checks.userinfo_sub(found, str(id_token.get("sub")))
    return claims.merged(id_token, found)
