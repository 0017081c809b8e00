"""The metadata endpoints and the key set: made once, kept until something changes or a fault is in force.

Source: a trial org's exchange of September 2026 (headers, the key set's countdown to the next rotation),
developer.okta.com/docs/concepts/key-rotation/ (four rotations a year, the next key listed before its use).
"""

from __future__ import annotations

import json
from email.utils import formatdate
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core.fault import NO_FAULT
from mock_idps.core.refusal import Refusal
from mock_idps.okta import documents, token
from mock_idps.okta.answers import request_id
from mock_idps.okta.servers import Server, host_org, requested, ring_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request

    from mock_idps.core.keys import SigningKey
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service

DAY = 86_400
ROTATION = 3_888_000
"""Seconds between rotations as the countdown shows them: 45 days."""
_HEADERS = {
    "Vary": "Origin",
    "P3p": 'CP="HONK"',
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=315360000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Xss-Protection": "0",
    "Accept-Ch": "Sec-CH-UA-Platform-Version",
}


async def openid_configuration(service: Service, request: Request) -> Response:
    """`/.well-known/openid-configuration` of the org server or of a custom one."""
    return _document(service, request, documents.openid_configuration)


async def oauth_authorization_server(service: Service, request: Request) -> Response:
    """`/.well-known/oauth-authorization-server`: another document beside it."""
    return _document(service, request, documents.oauth_authorization_server)


def _document(service: Service, request: Request, make: Callable[..., documents.Document]) -> Response:
    service.note("discovery", dict(request.query_params), request.headers)
    try:
        server, app = _server(service, request)
    except Refusal as refusal:
        return token.refuse(service, host_org(service, request)[0], refusal)
    issuer = server.issuer(app).url
    base = issuer if server.asid else f"{issuer}/oauth2"
    year = str(server.tenant.settings.get("metadata", "2026"))
    arguments = (issuer, base, year, tuple(server.settings.get("scopes", ())))
    truthful = service.fault is NO_FAULT
    text = _text(make, *arguments) if truthful else _compact(service.fault.discovery(dict(make(*arguments))))
    return _cacheable(service, text, DAY)


async def keys(service: Service, request: Request) -> Response:
    """`/v1/keys`: the published keys, cacheable until the next rotation."""
    service.note("jwks", dict(request.query_params), request.headers)
    try:
        server, app = _server(service, request)
    except Refusal as refusal:
        return token.refuse(service, host_org(service, request)[0], refusal)
    published = await _published(service, server, app)
    truthful = service.fault is NO_FAULT
    text = _key_set(tuple(published)) if truthful else _compact(service.fault.jwks(_jwks(published)))
    return _cacheable(service, text, ROTATION - service.now() % ROTATION)


async def _published(service: Service, server: Server, app: AppRegistration | None) -> list[SigningKey]:
    """The published keys; with `next_key_listed` of the org (off) the next one stands there before it signs."""
    ring = ring_of(service, server, app)
    if server.tenant.settings.get("next_key_listed", False) and len(await ring.keys()) == 1:
        await ring.announce()
    return await ring.keys()


def _server(service: Service, request: Request) -> tuple[Server, AppRegistration | None]:
    """The server whose document is asked for, and the app of `?client_id=`, None without it.

    Raises:
        Refusal: "feature_not_enabled", "server_unknown" or "token_client_unknown".
    """
    server = requested(service, request)
    if not server.available:
        raise Refusal("feature_not_enabled")
    if not server.exists:
        raise Refusal("server_unknown", asid=server.asid)
    client_id = request.query_params.get("client_id")
    app = server.tenant.app(client_id) if client_id else None
    if client_id and app is None:
        raise Refusal("token_client_unknown")
    return server, app


@lru_cache(maxsize=256)
def _text(make: Callable[..., documents.Document], *arguments: object) -> str:
    return _compact(make(*arguments))


@lru_cache(maxsize=64)
def _key_set(published: tuple[SigningKey, ...]) -> str:
    return _compact(_jwks(published))


def _jwks(published: tuple[SigningKey, ...] | list[SigningKey]) -> dict[str, object]:
    """The key set, members in the captured order: kty, alg, kid, use, e, n."""
    return {
        "keys": [
            {
                "kty": "RSA",
                "alg": "RS256",
                "kid": key.kid,
                "use": "sig",
                "e": key.public["e"],
                "n": key.public["n"],
            }
            for key in published
        ]
    }


def _compact(value: Mapping[str, object]) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _cacheable(service: Service, text: str, seconds: int) -> Response:
    headers = {
        **_HEADERS,
        **request_id(service),
        "Cache-Control": f"max-age={seconds}, must-revalidate",
        "Expires": formatdate(service.now() + seconds, usegmt=True),
    }
    return Response(text, headers=headers, media_type="application/json")
