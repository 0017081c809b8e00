"""Microsoft Graph, as far as sign-in goes: userinfo, /me, groups, photo.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/userinfo; answers in
github.com/cirrusidentity/simplesamlphp-module-authoauth2 docs/MICROSOFT.md; errors captured in
github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures (2026-09-08).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mock_idps.core import bearer
from mock_idps.core.refusal import Refusal
from mock_idps.entra import access_claims, claims, clouds, compact, trace

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.grants import AccessToken
    from mock_idps.core.service import Service

MESSAGES = {
    "bearer_missing": "Access token is empty.",
    "bearer_unknown": "CompactToken parsing failed with error code: 80049217",
    "bearer_audience": "Access token validation failure. Invalid audience.",
    "bearer_revoked": "Lifetime validation failed, the token is expired.",
    "bearer_expired": "Lifetime validation failed, the token is expired.",
}
"""What stands in "message"; the first is captured, the others are quoted in public issues
(https://github.com/microsoft/AzureTRE/issues/3539)."""

PICTURE = "https://{graph}/v1.0/me/photo/$value"


def _json(service: Service, request: Request, body: Any, status: int = 200) -> Response:
    text = compact.text(body)
    told = trace.start(service, request)
    headers = {"request-id": told.trace_id, "client-request-id": told.correlation_id, "Cache-Control": "no-cache"}
    return Response(text, status, headers, media_type="application/json; charset=utf-8")


def error(service: Service, request: Request, status: int, code: str, message: str) -> Response:
    """A Graph error: code, message and the ids of the request."""
    told = trace.start(service, request)
    inner = {
        "date": told.page_timestamp.removesuffix("Z"),
        "request-id": told.trace_id,
        "client-request-id": told.correlation_id,
    }
    return _json(service, request, {"error": {"code": code, "message": message, "innerError": inner}}, status)


def _token(service: Service, request: Request) -> AccessToken:
    found = bearer.access_token(service, request)
    if found.issuer:  # the resource that the token is for; "" is Graph itself
        raise Refusal("bearer_audience")
    return found


def _unauthenticated(service: Service, request: Request, refusal: Refusal) -> Response:
    return error(service, request, 401, "InvalidAuthenticationToken", MESSAGES[refusal.situation])


async def userinfo(service: Service, request: Request) -> Response:
    """GET or POST /oidc/userinfo: sparse, whatever the ID token says.

    Person attribute "userinfo_sub" is "own" when `sub` is not the ID token's, as half of the captures have it.
    """
    service.note("userinfo", dict(request.query_params), request.headers)
    try:
        held = _token(service, request)
    except Refusal as refusal:
        return _unauthenticated(service, request, refusal)
    person, tenant = held.authentication.person, held.authentication.tenant
    client = access_claims.GRAPH_CLIENT if person.attributes.get("userinfo_sub") == "own" else held.app.client_id
    told: dict[str, Any] = {
        "sub": claims.pairwise(client, tenant, person),
        "name": person.name,
        "family_name": person.family_name,
        "given_name": person.given_name,
        "picture": PICTURE.format(graph=clouds.of(request.url.hostname).graph),
        "email": person.email if "email" in held.scope else None,
    }
    shown = {name: value for name, value in told.items() if value}
    return _json(service, request, service.fault.userinfo(shown))


async def me(service: Service, request: Request) -> Response:
    """GET /v1.0/me: the default members of a user (https://learn.microsoft.com/en-us/graph/api/user-get)."""
    service.note("graph_me", dict(request.query_params), request.headers)
    try:
        person = _token(service, request).authentication.person
    except Refusal as refusal:
        return _unauthenticated(service, request, refusal)
    told = {
        "@odata.context": f"https://{request.url.hostname}/v1.0/$metadata#users/$entity",
        "businessPhones": [],
        "displayName": person.name,
        "givenName": person.given_name or None,
        "jobTitle": None,
        "mail": person.email,
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": None,
        "surname": person.family_name or None,
        "userPrincipalName": person.attributes.get("upn", person.login),
        "id": person.id,
    }
    return _json(service, request, told)


async def member_of(service: Service, request: Request) -> Response:
    """GET /v1.0/me/memberOf: groups, a hundred a page (https://learn.microsoft.com/en-us/graph/api/user-list-memberof)."""
    service.note("graph_member_of", dict(request.query_params), request.headers)
    try:
        person = _token(service, request).authentication.person
    except Refusal as refusal:
        return _unauthenticated(service, request, refusal)
    size, skip = 100, int(request.query_params.get("$skiptoken", "0") or 0)
    base = f"https://{request.url.hostname}/v1.0"
    told: dict[str, Any] = {"@odata.context": f"{base}/$metadata#directoryObjects"}
    if len(person.groups) > skip + size:
        told["@odata.nextLink"] = f"{base}/me/memberOf?$skiptoken={skip + size}"
    told["value"] = [
        {"@odata.type": "#microsoft.graph.group", "id": group.id, "displayName": group.name}
        for group in person.groups[skip : skip + size]
    ]
    return _json(service, request, told)


async def photo(service: Service, request: Request) -> Response:
    """GET /v1.0/me/photo/$value: a JPEG of as many bytes as person attribute "photo_bytes" says, or 404 without one."""
    service.note("graph_photo", dict(request.query_params), request.headers)
    try:
        person = _token(service, request).authentication.person
    except Refusal as refusal:
        return _unauthenticated(service, request, refusal)
    size = int(person.attributes.get("photo_bytes", 0))
    if not size:
        return error(
            service,
            request,
            404,
            "ImageNotFound",
            "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.",
        )
    body = b"\xff\xd8\xff\xe0" + b"\x00" * max(size - 6, 0) + b"\xff\xd9"
    return Response(body, 200, media_type="image/jpeg")


async def retired(service: Service, request: Request) -> Response:
    """The retired Azure AD Graph, to which the pointer of a group overage leads: nothing works there any more."""
    service.note("old_graph", dict(request.query_params), request.headers)
    return error(service, request, 404, "Request_ResourceNotFound", "Azure AD Graph is retired; use Microsoft Graph.")
