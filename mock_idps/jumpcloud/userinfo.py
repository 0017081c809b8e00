"""The userinfo endpoint: /userinfo, not /oauth2/userinfo.

Sources: github.com/goharbor/harbor/issues/20779 (body), github.com/ory/hydra v2.2.0 oauth2/handler.go (errors),
github.com/rustdesk/rustdesk-server-pro/issues/562 (the path that people get wrong).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response

from mock_idps.core import bearer
from mock_idps.core.refusal import Refusal, worded
from mock_idps.jumpcloud import claims
from mock_idps.jumpcloud.documents import JSON
from mock_idps.jumpcloud.token_errors import USERINFO

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.grants import AccessToken
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

_REFRESH_TOKEN = "Only access tokens are allowed in the authorization header."


async def endpoint(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /userinfo; the token stands in the header or in a form field."""
    service.note("userinfo", dict(request.query_params), request.headers)
    try:
        token = await _token(service, region, request)
    except Refusal as refusal:
        return _refuse(refusal)
    told = service.fault.userinfo(_claims(service, token))
    return JSONResponse(told, media_type=JSON)


async def _token(service: Service, region: Region, request: Request) -> AccessToken:
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer":
        posted = (await request.form()).get("access_token") if request.method == "POST" else None
        value = posted if isinstance(posted, str) else request.query_params.get("access_token", "")
    if value in service.grants.refresh_tokens:
        raise Refusal("bearer_is_refresh_token")
    token = bearer.known(service, value)
    if token.issuer != region.issuer.url:
        raise Refusal("bearer_unknown")
    return token


def _claims(service: Service, token: AccessToken) -> dict[str, object]:
    signed = token.authentication
    issued = {
        "aud": [token.app.client_id],
        "auth_time": signed.at,
        "iat": service.now(),
        "iss": token.issuer,
        "rat": signed.notes["rat"],
        "sub": signed.person.id,
    }
    return claims.userinfo(claims.id_token(issued, signed.notes["told"]))


def _refuse(refusal: Refusal) -> Response:
    if refusal.situation == "bearer_is_refresh_token":
        error, text, member = "invalid_token", _REFRESH_TOKEN, "error"
    else:
        row = worded(USERINFO, refusal)
        error, text, member = row.error, row.text(refusal.detail), row.error
    challenge = {"WWW-Authenticate": f'Bearer error="{error}",error_description="{text}"'}
    return JSONResponse({"error": member, "error_description": text}, 401, challenge, media_type=JSON)
