"""Every address that Entra serves, by host: sign-in, Graph, the retired Graph, My Apps."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from mock_idps.core.plain_request import PlainRequest
from mock_idps.entra import (
    admin_consent,
    authorize,
    clouds,
    graph,
    interrupts,
    logout,
    metadata,
    my_apps,
    sign_in,
    token,
)

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mock_idps.core.service import Service

Endpoint = Callable[["Service", Request], Awaitable[Response]]
Address = tuple[str, tuple[str, ...], Endpoint]

GET, POST = ("GET",), ("POST",)
BOTH = ("GET", "POST")

SIGN_IN: tuple[Address, ...] = (
    ("/{tenant}/v2.0/.well-known/openid-configuration", GET, metadata.configuration),
    ("/{tenant}/.well-known/openid-configuration", GET, metadata.configuration),
    ("/{tenant}/discovery/v2.0/keys", GET, metadata.key_set),
    ("/{tenant}/discovery/keys", GET, metadata.key_set),
    ("/common/discovery/instance", GET, metadata.instance_discovery),
    ("/common/userrealm/{login}", GET, metadata.user_realm),
    ("/common/UserRealm/{login}", GET, metadata.user_realm),
    ("/{tenant}/oauth2/v2.0/authorize", BOTH, authorize.authorize),
    ("/{tenant}/oauth2/v2.0/token", POST, token.token),
    ("/{tenant}/oauth2/v2.0/logout", BOTH, logout.logout),
    ("/{tenant}/v2.0/adminconsent", GET, admin_consent.admin_consent),
    ("/{tenant}/adminconsent", GET, admin_consent.admin_consent),
    ("/{tenant}/GetCredentialType", POST, sign_in.credential_type),
    ("/{tenant}/login", POST, sign_in.login),
    ("/{tenant}/reprocess", POST, sign_in.pick),
    ("/{tenant}/SAS/ProcessAuth", POST, interrupts.answering(interrupts.second_factor)),
    ("/{tenant}/ProofUp", POST, interrupts.answering(interrupts.enrol)),
    ("/{tenant}/ChangePassword", POST, interrupts.answering(interrupts.new_password)),
    ("/{tenant}/Consent/Set", POST, interrupts.answering(interrupts.consent)),
    ("/kmsi", POST, interrupts.answering(interrupts.stay_signed_in)),
    ("/{tenant}/oauth2/authorize", BOTH, authorize.authorize),
    ("/{tenant}/oauth2/token", POST, token.token),
    ("/{tenant}/oauth2/logout", BOTH, logout.logout),
    ("/{tenant}/openid/userinfo", BOTH, graph.userinfo),
)

GRAPH: tuple[Address, ...] = (
    ("/oidc/userinfo", BOTH, graph.userinfo),
    ("/v1.0/me", GET, graph.me),
    ("/v1.0/me/memberOf", GET, graph.member_of),
    ("/v1.0/me/transitiveMemberOf", GET, graph.member_of),
    ("/v1.0/me/photo/$value", GET, graph.photo),
)

OLD_GRAPH: tuple[Address, ...] = (("/{rest:path}", BOTH, graph.retired),)

MY_APPS: tuple[Address, ...] = (
    ("/", GET, my_apps.portal),
    ("/signin/{client_id}", GET, my_apps.start),
    ("/signin/{name}/{client_id}", GET, my_apps.start),
    ("/api/signin/{client_id}", GET, my_apps.start),
)


@dataclass(slots=True)
class Surface:
    """Hands each request to the app of its host.

    Addresses of the sign-in hosts are looked up, for a login passes them several times; all else is routed.
    """

    service: Service
    apps: dict[str, ASGIApp]
    sign_in: ASGIApp
    addresses: dict[tuple[str, str], Endpoint]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        host = next((value.decode() for name, value in scope.get("headers", ()) if name == b"host"), "")
        app = self.apps.get(host.partition(":")[0])
        if app is None and scope["type"] == "http":
            method, path = scope["method"], scope["path"]
            tenant, _, rest = path[1:].partition("/")
            found = self.addresses.get((method, path)) or self.addresses.get((method, f"/{{tenant}}/{rest}"))
            if found is not None:
                scope["path_params"] = {"tenant": tenant}
                answer = await found(self.service, PlainRequest(scope, receive))
                await answer(scope, receive, send)
                return
        await (app or self.sign_in)(scope, receive, send)


def make(service: Service) -> ASGIApp:
    """The whole surface, for every cloud."""
    msgraph, old, apps = _app(service, GRAPH), _app(service, OLD_GRAPH), _app(service, MY_APPS)
    by_host: dict[str, ASGIApp] = {}
    for cloud in clouds.CLOUDS:
        by_host |= {cloud.graph: msgraph, cloud.old_graph: old} | dict.fromkeys(cloud.myapps, apps)
    looked_up = {(method, path): endpoint for path, methods, endpoint in SIGN_IN for method in methods}
    return Surface(service, by_host, _app(service, SIGN_IN), looked_up)


def _app(service: Service, addresses: Iterable[Address]) -> FastAPI:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    for path, methods, endpoint in addresses:
        app.add_route(path, _bound(service, endpoint), methods=list(methods))
        if "GET" not in methods:
            app.add_route(path, _bound(service, sign_in.post_only), methods=["GET"])
    return app


def _bound(service: Service, endpoint: Endpoint) -> Any:
    async def bound(request: Request) -> Response:
        return await endpoint(service, request)

    return bound
