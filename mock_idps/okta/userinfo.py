"""The userinfo endpoint.

Source: Okta's recordings (claims, order), Okta's OpenID Connect reference (errors have no body).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core import bearer
from mock_idps.core.refusal import Refusal
from mock_idps.okta import answers, claims, groups
from mock_idps.okta.servers import Server, org_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service

INVALID = 'Bearer error="invalid_token", error_description="The access token is invalid."'
INSUFFICIENT = (
    'Bearer error="insufficient_scope", error_description="The access token must provide access to at least one of '
    'these scopes - profile, email, address or phone"'
)
_TELLING = frozenset({"profile", "email", "address", "phone"})


async def userinfo(service: Service, request: Request) -> Response:
    """Answer a userinfo request; a refusal is a header and an empty body."""
    service.note("userinfo", dict(request.query_params), request.headers)
    found = org_of(service.directory, request.url.hostname or "")
    if found is None:
        raise LookupError(f'no org behind "{request.url.hostname}"; route only the hosts of the directory here')
    server = Server(*found, request.path_params.get("asid", ""))
    try:
        token = bearer.access_token(service, request)
        if token.issuer != server.ring_name:
            raise Refusal("bearer_unknown")
        if "openid" not in token.scope and not _TELLING & set(token.scope):
            return Response(status_code=403, headers={"WWW-Authenticate": INSUFFICIENT, "Expires": "0"})
        person = token.authentication.person
        extra = groups.for_userinfo(server, token.app, person, token.scope)
    except Refusal:
        return Response(status_code=401, headers={"WWW-Authenticate": INVALID, **answers.NO_STORE})
    told = service.fault.userinfo(claims.userinfo(person, token.scope, extra))
    return answers.as_json(service, told)
