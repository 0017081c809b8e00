"""JumpCloud's whole web surface: the issuer's hosts and the consoles' hosts of all regions, and 404 for all else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

from mock_idps.core.plain_request import looked_up
from mock_idps.jumpcloud import authorize, console, documents, logout, portal, regions, token, userinfo
from mock_idps.jumpcloud.regions import BY_HOST

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

    Endpoint = Callable[[Service, Region, Request], Awaitable[Response]]


async def _discovery(service: Service, region: Region, request: Request) -> Response:
    """The discovery document.

    What JumpCloud answers behind a doubled slash is not known: switch `double_slash` of the region ("strict", or "lax").
    """
    service.note("discovery", dict(request.query_params), request.headers)
    if request.url.path.startswith("//") and regions.switch(service, region, "double_slash", "strict") != "lax":
        raise HTTPException(404)
    return documents.discovery_response(service, region)


async def _jwks(service: Service, region: Region, request: Request) -> Response:
    service.note("jwks", dict(request.query_params), request.headers)
    return await documents.jwks_response(service, region)


_DISCOVERY = "/.well-known/openid-configuration"

ISSUER: tuple[tuple[str, Endpoint, tuple[str, ...]], ...] = (
    (_DISCOVERY, _discovery, ("GET",)),
    (f"/{_DISCOVERY}", _discovery, ("GET",)),
    ("/.well-known/jwks.json", _jwks, ("GET",)),
    ("/oauth2/auth", authorize.endpoint, ("GET", "POST")),
    ("/oauth2/token", token.endpoint, ("GET", "POST")),
    ("/oauth2/revoke", token.revocation, ("POST",)),
    ("/oauth2/sessions/logout", logout.endpoint, ("GET", "POST")),
    ("/userinfo", userinfo.endpoint, ("GET", "POST")),
)
"""The issuer's paths."""

CONSOLE: tuple[tuple[str, Endpoint, tuple[str, ...]], ...] = (
    ("/login", console.login, ("GET", "POST")),
    ("/consent", console.consent, ("GET", "POST")),
    ("/oidc/error", portal.error, ("GET",)),
    ("/oidc/logout", portal.logged_out, ("GET", "POST")),
    ("/userconsole", portal.home, ("GET",)),
    ("/userconsole/xsrf", portal.xsrf, ("GET",)),
    ("/userconsole/auth", portal.auth, ("POST",)),
    ("/userconsole/logout", portal.sign_out, ("POST",)),
)
"""The console's paths."""


async def _missing(_: Request, error: Exception) -> Response:
    """What Go's router says of an unknown path or method."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    text = "404 page not found\n" if status == 404 else "Method Not Allowed\n"  # noqa: PLR2004 - HTTP's own number
    return PlainTextResponse(text, status)


def _router(service: Service, table: tuple[tuple[str, Endpoint, tuple[str, ...]], ...]) -> ASGIApp:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.router.redirect_slashes = False
    app.add_exception_handler(404, _missing)
    app.add_exception_handler(405, _missing)
    exact: dict[tuple[str, str], Any] = {}
    for path, endpoint, methods in table:

        async def bound(request: Request, endpoint: Endpoint = endpoint) -> Response:
            return await endpoint(service, BY_HOST[request.url.hostname or ""], request)

        app.add_route(path, bound, methods=list(methods))
        if not path.startswith("//"):  # which may be missing, in the router's words
            exact |= {(method, path): bound for method in methods}
    return looked_up(app, exact)


def surface(service: Service) -> ASGIApp:
    """The ASGI app for every host of JumpCloud."""
    issuer, consoles = _router(service, ISSUER), _router(service, CONSOLE)

    async def by_host(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1").partition(":")[0]
        region = BY_HOST.get(host)
        if region is None:
            await PlainTextResponse("404 page not found\n", 404)(scope, receive, send)
            return
        await (consoles if host == region.console_host else issuer)(scope, receive, send)

    return by_host
