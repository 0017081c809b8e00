"""The userinfo endpoint (OIDC Core 1.0, 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from mock_idps.core import bearer
from mock_idps.core.refusal import Refusal
from mock_idps.core.standard import answers, claims

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.grants import AccessToken
    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site


async def endpoint(service: Service, described: Description, site: Site, request: Request) -> Response:
    """Answer a request with an access token."""
    service.note("userinfo", dict(request.query_params), request.headers)
    try:
        token = _token(service, site, request)
    except Refusal as refusal:
        wire = answers.worded(described, refusal)
        challenge = f'Bearer error="{wire.error}", error_description="{wire.text(refusal.detail)}"'
        answer = answers.body(described, refusal)
        answer.headers["WWW-Authenticate"] = challenge
        return answer
    told = claims.told(described.userinfo, {"issuer": token.issuer}, token.authentication, token.app, token.scope)
    return JSONResponse(service.fault.userinfo(told))


def _token(service: Service, site: Site, request: Request) -> AccessToken:
    token = bearer.access_token(service, request)
    if token.issuer != site.issuer.url:
        raise Refusal("bearer_unknown")
    return token
