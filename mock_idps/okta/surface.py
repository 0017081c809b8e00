"""Everything an org serves on its hosts, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import FastAPI

from mock_idps.okta import authorize, logout, metadata, sign_in, token, userinfo

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from mock_idps.core.service import Service

_AT_BOTH = (
    ("authorize", authorize.authorize, ["GET", "POST"]),
    ("token", token.token, ["POST"]),
    ("userinfo", userinfo.userinfo, ["GET", "POST"]),
    ("keys", metadata.keys, ["GET"]),
    ("logout", logout.logout, ["GET", "POST"]),
)
_AT_ORG = (
    ("/.well-known/openid-configuration", metadata.openid_configuration, ["GET"]),
    ("/.well-known/oauth-authorization-server", metadata.oauth_authorization_server, ["GET"]),
    ("/.well-known/oauth-authorization-server/oauth2/{asid}", metadata.oauth_authorization_server, ["GET"]),
    ("/oauth2/{asid}/.well-known/openid-configuration", metadata.openid_configuration, ["GET"]),
    ("/oauth2/{asid}/.well-known/oauth-authorization-server", metadata.oauth_authorization_server, ["GET"]),
    ("/idp/idx/identify", sign_in.identify, ["POST"]),
    ("/idp/idx/challenge/answer", sign_in.answer, ["POST"]),
    ("/login/token/redirect", sign_in.token_redirect, ["GET"]),
)


def build(service: Service) -> ASGIApp:
    """The app that serves every org of the directory."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for name, endpoint, methods in _AT_BOTH:
        for prefix in ("/oauth2", "/oauth2/{asid}"):
            app.add_route(f"{prefix}/v1/{name}", partial(endpoint, service), methods=methods)
    for path, endpoint, methods in _AT_ORG:
        app.add_route(path, partial(endpoint, service), methods=methods)
    return app
