"""The userinfo endpoint.

Source: Okta's recordings (claims, order), Okta's OpenID Connect reference (errors have no body).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, claims, dpop, groups
from mock_idps.okta.servers import requested
from mock_idps.okta.token_errors import TOKEN

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.grants import AccessToken
    from mock_idps.core.service import Service
    from mock_idps.okta.servers import Server

INVALID = 'Bearer error="invalid_token", error_description="The access token is invalid."'
INSUFFICIENT = (
    'Bearer error="insufficient_scope", error_description="The access token must provide access to at least one of '
    'these scopes - profile, email, address or phone"'
)
LONG = (
    'Bearer authorization_uri="http://{host}/oauth2/v1/authorize", realm="http://{host}", scope="openid", '
    'error="invalid_token", error_description="The access token is invalid.", resource="/oauth2/v1/userinfo"'
)
"""As Okta's own client tests have it, plain-http addresses and all: github.com/okta/okta-client-javascript."""
_OPENID = frozenset({"openid", "profile", "email", "address", "phone"})


async def userinfo(service: Service, request: Request) -> Response:
    """Answer a userinfo request; a refusal is a header and an empty body."""
    service.note("userinfo", dict(request.query_params), request.headers)
    server = requested(service, request)
    try:
        token = _token(service, request, server)
        person = token.authentication.person
        extra = groups.for_userinfo(server, token.app, person, token.scope)
    except Refusal as refusal:
        return _refused(server, refusal)
    if not _OPENID & set(token.scope):
        return Response(status_code=403, headers={"WWW-Authenticate": INSUFFICIENT, "Expires": "0"})
    told = service.fault.userinfo(claims.userinfo(person, token.scope, extra))
    return answers.as_json(service, told)


def _token(service: Service, request: Request, server: Server) -> AccessToken:
    """The live access token of this server, with its DPoP proof where it is bound (RFC 9449, 7.1).

    Raises:
        Refusal: "bearer_invalid" or "dpop_…".
    """
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    token = service.grants.access_tokens.get(value.strip())
    if scheme.casefold() not in {"bearer", "dpop"} or token is None or token.issuer != server.ring_name:
        raise Refusal("bearer_invalid")
    if token.revoked or service.now() >= token.expires_at or token.authentication.person.state != "active":
        raise Refusal("bearer_invalid")
    dpop.check_use(service, request, token.value)
    return token


def _refused(server: Server, refusal: Refusal) -> Response:
    """401 and an empty body, whatever is wrong; a DPoP refusal is told in the header's scheme.

    `userinfo_challenge` of the org chooses the form of the header ("short", or "long").
    """
    long = server.tenant.settings.get("userinfo_challenge", "short") == "long"
    told = LONG.format(host=server.host) if long else INVALID
    if refusal.situation.startswith("dpop_"):
        wire = worded(TOKEN, refusal)
        told = f'DPoP error="{wire.error}", error_description="{wire.description}"'
    return Response(status_code=401, headers={"WWW-Authenticate": told, **answers.NO_STORE})
