"""Access tokens at userinfo and other APIs: finding the token, and knowing whether it still works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.grants import AccessToken
    from mock_idps.core.service import Service


def access_token(service: Service, request: Request) -> AccessToken:
    """The access token of the Authorization header (RFC 6750, 2.1).

    Raises:
        Refusal: "bearer_missing", "bearer_unknown", "bearer_revoked" or "bearer_expired".
    """
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer" or not value:
        raise Refusal("bearer_missing")
    return known(service, value.strip())


def known(service: Service, value: str) -> AccessToken:
    """The access token `value`, wherever in the request it came from (RFC 6750, 2.2 knows a form field as well).

    Raises:
        Refusal: "bearer_unknown", "bearer_revoked" or "bearer_expired".
    """
    token = service.grants.access_tokens.get(value)
    if token is None:
        raise Refusal("bearer_unknown")
    if token.revoked:
        raise Refusal("bearer_revoked")
    if service.now() >= token.expires_at:
        raise Refusal("bearer_expired")
    return token
