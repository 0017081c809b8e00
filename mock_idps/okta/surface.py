"""Everything an org serves on its hosts, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI

from mock_idps.core.plain_request import looked_up
from mock_idps.core.refusal import Refusal
from mock_idps.okta import (
    answers,
    authorize,
    classic,
    completion,
    external,
    home,
    introspection,
    logout,
    metadata,
    pushed,
    sign_in,
    token,
    userinfo,
)
from mock_idps.okta.servers import host_org
from mock_idps.okta.steps import Endpoint

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from mock_idps.core.service import Service

_SERVER: tuple[tuple[str, Endpoint, list[str]], ...] = (
    ("authorize", authorize.authorize, ["GET", "POST"]),
    ("authorize/redirect", classic.authorize_redirect, ["GET"]),
    ("token", token.token, ["POST"]),
    ("userinfo", userinfo.userinfo, ["GET", "POST"]),
    ("keys", metadata.keys, ["GET"]),
    ("logout", logout.logout, ["GET", "POST"]),
    ("introspect", introspection.introspect, ["POST"]),
    ("revoke", introspection.revoke, ["POST"]),
    ("par", pushed.push, ["POST"]),
)
"""Below /oauth2/v1 at the org server and below /oauth2/{asid}/v1 at a custom one."""

_STEPS: tuple[tuple[str, Endpoint, list[str]], ...] = (
    ("/idp/idx/identify", sign_in.identify, ["POST"]),
    ("/idp/idx/challenge/answer", sign_in.answer, ["POST"]),
    ("/login/token/redirect", sign_in.token_redirect, ["GET"]),
)
"""What every sign-in passes."""

_ORG: tuple[tuple[str, Endpoint, list[str]], ...] = (
    ("/.well-known/openid-configuration", metadata.openid_configuration, ["GET"]),
    ("/.well-known/oauth-authorization-server", metadata.oauth_authorization_server, ["GET"]),
    ("/.well-known/oauth-authorization-server/oauth2/{asid}", metadata.oauth_authorization_server, ["GET"]),
    ("/oauth2/{asid}/.well-known/openid-configuration", metadata.openid_configuration, ["GET"]),
    ("/oauth2/{asid}/.well-known/oauth-authorization-server", metadata.oauth_authorization_server, ["GET"]),
    ("/oauth2/v1/authorize/callback", external.come_back, ["POST"]),
    ("/idp/idx/challenge", sign_in.choose, ["GET", "POST"]),
    ("/idp/idx/challenge/reset", sign_in.change_password, ["POST"]),
    ("/idp/idx/authenticators/poll", sign_in.poll, ["POST"]),
    ("/idp/idx/consent", completion.consent, ["POST"]),
    ("/idp/idx/cancel", sign_in.cancel, ["GET", "POST"]),
    ("/login/login.htm", classic.sign_in_page, ["GET"]),
    ("/api/v1/authn", classic.authn, ["POST"]),
    ("/api/v1/authn/credentials/change_password", classic.change_password, ["POST"]),
    ("/api/v1/authn/factors/verify", classic.verify, ["POST"]),
    ("/login/sessionCookieRedirect", classic.session_cookie_redirect, ["GET"]),
    ("/login/signout", home.sign_out, ["GET"]),
    ("/", home.front, ["GET"]),
    ("/app/UserHome", home.dashboard, ["GET"]),
    ("/home/oidc_client/{client_id}/{instance}", home.launch, ["GET"]),
)


def build(service: Service) -> ASGIApp:
    """The app that serves every org of the directory."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    at_org = tuple((f"/oauth2/v1/{name}", endpoint, methods) for name, endpoint, methods in _SERVER)
    at_custom = tuple((f"/oauth2/{{asid}}/v1/{name}", endpoint, methods) for name, endpoint, methods in _SERVER)
    exact: dict[tuple[str, str], Any] = {}
    for path, endpoint, methods in (*_STEPS, *at_org, *_ORG, *at_custom):
        bound = partial(endpoint, service)
        app.add_route(path, bound, methods=methods)
        exact |= {(method, path): bound for method in methods}
    app.add_exception_handler(404, partial(_unknown_path, service))
    app.add_exception_handler(405, partial(_wrong_method, service))
    return looked_up(app, exact)


async def _unknown_path(service: Service, request: Request, _: Exception) -> Response:
    return answers.not_found(service, request)


async def _wrong_method(service: Service, request: Request, _: Exception) -> Response:
    return token.refuse(service, host_org(service, request)[0], Refusal("method_not_allowed"))
