"""The endpoints of metadata, keys and instance discovery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from mock_idps.core.fault import NO_FAULT
from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, clouds, compact, documents, headers, keys, trace
from mock_idps.entra.answers import error_body

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.service import Service
    from mock_idps.entra.authority import Authority


def _document(service: Service, body: bytes, host: str) -> Response:
    answer = Response(body, 200, dict(headers.DOCUMENT), media_type="application/json; charset=utf-8")
    return headers.stamp(service, answer, trace.identifier(service), binds=host)


def _unknown(service: Service, request: Request, refusal: Refusal) -> Response:
    """A tenant that is not there: a JSON error under the cache headers of a document (recorded 2021-08-04)."""
    told = Refusal("metadata_tenant_unknown", **refusal.detail)
    return error_body(service, request, told, under=headers.DOCUMENT)


async def configuration(service: Service, request: Request) -> Response:
    """GET /{tenant}[/v2.0]/.well-known/openid-configuration. An unknown tenant is a 400 with the usual error body."""
    service.note("discovery", dict(request.query_params), request.headers)
    try:
        where = authority.of(service, request)
    except Refusal as refusal:
        return _unknown(service, request, refusal)
    return _document(service, _made(service, where, v1="/v2.0/" not in request.url.path), where.cloud.login)


def _made(service: Service, where: Authority, *, v1: bool) -> bytes:
    name = f"metadata {where.base} {documents.region_scope(where)} {v1}"
    if service.fault is NO_FAULT and name in service.kept:
        made: bytes = service.kept[name]
        return made
    document = documents.openid_configuration_v1(where) if v1 else documents.openid_configuration(where)
    made = compact.raw(service.fault.discovery(document))
    if service.fault is NO_FAULT:
        service.kept[name] = made
    return made


async def key_set(service: Service, request: Request) -> Response:
    """GET /{tenant}/discovery[/v2.0]/keys."""
    service.note("jwks", dict(request.query_params), request.headers)
    try:
        where = authority.of(service, request)
    except Refusal as refusal:
        return _unknown(service, request, refusal)
    made = await _keys(service, where, v1="/v2.0/" not in request.url.path)
    return _document(service, made, where.cloud.login)


async def _keys(service: Service, where: Authority, *, v1: bool) -> bytes:
    if service.fault is not NO_FAULT:
        return compact.raw(service.fault.jwks(await keys.jwks(service, where, v1=v1)))
    kids = [key.kid for key in await keys.ring(service, where.cloud.login).keys()]
    name, made = f"keys {where.base} {v1}", service.kept.get(f"keys {where.base} {v1}")
    if made is None or made[0] != kids:
        made = service.kept[name] = (kids, compact.raw(await keys.jwks(service, where, v1=v1)))
    body: bytes = made[1]
    return body


async def user_realm(service: Service, request: Request) -> Response:
    """GET /common/UserRealm/{login}: who checks a person's password. MSAL asks before it sends one itself.

    Members: github.com/AzureAD/microsoft-authentication-library-for-dotnet, class UserRealmDiscoveryResponse; a domain
    that no tenant owns is "Unknown".
    """
    service.note("user_realm", dict(request.query_params), request.headers)
    domain = request.path_params["login"].rpartition("@")[2]
    known = authority.of_domain(service.directory, domain) is not None
    cloud = clouds.of(request.url.hostname)
    told = {"ver": "1.0", "account_type": "Managed" if known else "Unknown"} | (
        {"domain_name": domain} if known else {}
    )
    told |= {"cloud_instance_name": cloud.instance, "cloud_audience_urn": "urn:federation:MicrosoftOnline"}
    answer = Response(compact.raw(told), 200, dict(headers.NOT_STORED), media_type="application/json; charset=utf-8")
    return headers.stamp(service, answer, trace.identifier(service))


async def instance_discovery(service: Service, request: Request) -> Response:
    """GET /common/discovery/instance: which hosts belong together. MSAL asks before its first token request.

    An address of no known cloud is refused with "invalid_instance" (DOCS: AADSTS50049, unknown or invalid instance).
    """
    service.note("instance_discovery", dict(request.query_params), request.headers)
    asked = request.query_params.get("authorization_endpoint", "")
    host, _, path = asked.removeprefix("https://").partition("/")
    if host not in clouds.BY_HOST:
        return error_body(service, request, Refusal("instance_unknown"))
    tenant = path.partition("/")[0]
    version = "/v2.0" if "/v2.0/" in f"/{path}/" else ""
    login = clouds.BY_HOST[host].login
    endpoint = f"https://{login}/{tenant}{version}/.well-known/openid-configuration"
    return _document(service, compact.raw(documents.instance_discovery(endpoint)), login)
