"""A standard vendor's whole web surface: endpoints by host and path, 404 for all else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from mock_idps.core.standard import authorize, logout, sites, token, userinfo

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import ASGIApp, Receive, Scope, Send

    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site

    Endpoint = Callable[[Service, Description, Site, Request], Awaitable[Response]]


async def discovery(service: Service, _described: Description, site: Site, request: Request) -> Response:
    """The discovery document (OIDC Discovery 1.0, 4)."""
    service.note("discovery", dict(request.query_params), request.headers)
    return JSONResponse(service.fault.discovery(dict(site.document)))


async def jwks(service: Service, described: Description, site: Site, request: Request) -> Response:
    """The key set (RFC 7517, 5), members in the vendor's order."""
    service.note("jwks", dict(request.query_params), request.headers)
    keys = []
    for key in await sites.ring(service, described, site).keys():
        members = {**key.public, "kid": key.kid, "use": "sig", "alg": "RS256"}
        keys.append({name: members[name] for name in described.tokens.jwk if name in members})
    return JSONResponse(service.fault.jwks({"keys": keys}))


ENDPOINTS: dict[str, Endpoint] = {
    "discovery": discovery,
    "jwks": jwks,
    "authorize": authorize.endpoint,
    "sign_in": authorize.sign_in,
    "token": token.endpoint,
    "revoke": token.revocation,
    "userinfo": userinfo.endpoint,
    "logout": logout.endpoint,
}
"""All endpoints, by the name that `Service.note` uses too."""


def surface(service: Service, described: Description) -> ASGIApp:
    """The ASGI app for every host of the vendor."""

    def find(address: str) -> tuple[Site, Endpoint] | None:
        for site in sites.every(described, service.directory):
            for served, name in site.addresses():
                if served == address:
                    return site, ENDPOINTS[name]
        return None

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        found = find(f"https://{request.url.hostname}{request.url.path}")
        answer: Response = PlainTextResponse("Not Found", 404)
        if found is not None:
            answer = await found[1](service, described, found[0], request)
        await answer(scope, receive, send)

    return app
