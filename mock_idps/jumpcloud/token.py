"""The token endpoint and the revocation endpoint.

Sources: github.com/ory/fosite v0.49.0 access_request_handler.go, revoke_handler.go; RFC 7009.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core import token_request
from mock_idps.core.refusal import Refusal, worded
from mock_idps.jumpcloud import answers, client_checks, minting, token_checks
from mock_idps.jumpcloud.token_errors import TOKEN

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest
    from mock_idps.jumpcloud.regions import Region


async def endpoint(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /oauth2/token."""
    asked = await token_request.read(request)
    asked.issuer = region.issuer
    service.note("token", asked.form, request.headers)
    try:
        _check_method(request)
        token_request.run(token_checks.FORM, service, asked)
        if asked.get("grant_type") == "refresh_token":
            return await _refreshed(service, region, asked)
        return await _redeemed(service, region, asked)
    except Refusal as refusal:
        return answers.body(worded(TOKEN, refusal), refusal)


def _check_method(request: Request) -> None:
    if request.method != "POST":
        raise Refusal("method_not_post", method=request.method)


async def _redeemed(service: Service, region: Region, asked: TokenRequest) -> Response:
    token_request.run(token_checks.CODE, service, asked)
    code = asked.granted()
    return await minting.answer(service, region, code.request, code.authentication, code.family)


async def _refreshed(service: Service, region: Region, asked: TokenRequest) -> Response:
    token_checks.refresh_granted(service, asked)
    token_checks.refresh_usable(service, region, asked)
    found = asked.refresh_token
    if found is None:
        raise Refusal("refresh_unknown")
    found.replaced_at, found.revoked = service.now(), True
    _revoke_access_tokens(service, found.family)
    return await minting.answer(service, region, found.request, found.authentication, found.family)


def _revoke_access_tokens(service: Service, family: str) -> None:
    """A rotation ends the access tokens of the same login (fosite's `RotateRefreshToken`)."""
    for access in service.grants.access_tokens.values():
        access.revoked |= access.family == family


async def revocation(service: Service, region: Region, request: Request) -> Response:
    """Answer a request to /oauth2/revoke: 200 whether or not the token was known (RFC 7009, 2.2)."""
    asked = await token_request.read(request)
    asked.issuer = region.issuer
    service.note("revoke", asked.form, request.headers)
    try:
        token_request.run(client_checks.ORDER, service, asked)
    except Refusal as refusal:
        return answers.body(worded(TOKEN, refusal), refusal)
    found = service.grants.refresh_tokens.get(asked.get("token")) or service.grants.access_tokens.get(
        asked.get("token")
    )
    if found is not None and found.app.client_id == asked.registered().client_id:
        service.grants.revoke(found.family)
    return Response(status_code=200, headers=answers.NO_STORE)
