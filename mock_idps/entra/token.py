"""The token endpoint.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow (members), recorded HTTP of
github.com/Azure/azure-sdk-for-js (order and headers, 2021-10-29).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mock_idps.core import token_request
from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, compact, headers, minting, password_grant, policy, scopes, token_checks, trace
from mock_idps.entra.answers import error_body
from mock_idps.entra.scopes import GRAPH_ID

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest

CHECKS = {
    "authorization_code": token_checks.CODE_CHECKS,
    "refresh_token": token_checks.REFRESH_CHECKS,
}


async def token(service: Service, request: Request) -> Response:
    """POST /{tenant}/oauth2[/v2.0]/token."""
    asked = await token_request.read(request)
    service.note("token", asked.form, request.headers)
    try:
        where = authority.of(service, request)
    except Refusal as refusal:
        return error_body(service, request, Refusal("token_tenant_unknown", **refusal.detail))
    try:
        token_checks.situate(asked, where)
        token_request.run(CHECKS.get(asked.get("grant_type"), token_checks.CLIENT_CHECKS), service, asked)
        body = await _answer(service, asked)
    except Refusal as refusal:
        return _across(asked, error_body(service, request, refusal, where.tenant))
    return _across(asked, _json(service, service.fault.token_response(body)))


def _across(asked: TokenRequest, answer: Response) -> Response:
    """Let the script of a single-page application read the answer; nobody else's may."""
    if asked.app is not None and minting.is_spa(asked.app) and "origin" in asked.headers:
        answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _json(service: Service, body: dict[str, Any]) -> Response:
    text = compact.text(body)
    told_by = headers.NOT_STORED | {"x-ms-clitelem": "1,0,0,,"}
    answer = Response(text, 200, told_by, media_type="application/json; charset=utf-8")
    return headers.stamp(service, answer, trace.identifier(service))


async def _answer(service: Service, asked: TokenRequest) -> dict[str, Any]:
    if asked.get("grant_type") == "client_credentials":
        return await _app_only(service, asked)
    if asked.get("grant_type") == "refresh_token" and asked.refresh_token is not None:
        old = asked.refresh_token
        policy.check(old.app, old.authentication)
        return await _tokens(service, asked, old.request, old.authentication, old.family)
    if asked.get("grant_type") == "password":
        original, held = password_grant.sign_in(service, asked)
        return await _tokens(service, asked, original, held, service.token(16))
    code = asked.granted()
    policy.check(code.app, code.authentication, fresh=True)
    code.used = True
    return await _tokens(service, asked, code.request, code.authentication, code.family)


async def _tokens(
    service: Service, asked: TokenRequest, original: AuthorizationRequest, held: Authentication, family: str
) -> dict[str, Any]:
    """The answer's members in wire order."""
    about = minting.subject(service, original, held)
    if asked.get("grant_type") == "refresh_token":
        about = minting.renewed(about, asked.get("scope").split())
    access, lives = await minting.access_token(service, about, family)
    numbers: Any = str if about.version == "1.0" else int  # v1.0 sends its numbers as strings
    body: dict[str, Any] = {
        "token_type": "Bearer",
        "scope": scopes.granted(about.app, about.scope),
        "expires_in": numbers(lives),
        "ext_expires_in": numbers(lives),
    }
    if about.version == "1.0":
        now = service.now()
        body |= {"expires_on": str(now + lives), "not_before": str(now - 300), "resource": GRAPH_ID}
    body["access_token"] = access.value
    if "offline_access" in about.scope or about.version == "1.0":
        body["refresh_token"] = minting.refresh_token(service, original, held, family).value
    if "openid" in about.scope:
        body["id_token"] = await minting.id_token(service, about)
    if asked.get("client_info") == "1":
        body["client_info"] = minting.client_info(held)
    return body


async def _app_only(service: Service, asked: TokenRequest) -> dict[str, Any]:
    """An app without a person gets a token for its own API; a resource that nobody registered is refused."""
    app, (resource, _) = asked.registered(), scopes.split(asked.get("scope"))
    if asked.tenant is None or resource not in scopes.own(app):
        raise Refusal("resource_unknown", resource=resource, tenant=asked.extra["authority"])
    value, lives = await minting.app_only(service, asked.tenant, app)
    return {"token_type": "Bearer", "expires_in": lives, "ext_expires_in": lives, "access_token": value}
