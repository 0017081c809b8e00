"""Pushed authorization requests (RFC 9126), where the metadata announces them.

Source: Okta's OpenID Connect reference (`/par`); Okta's catalogue of OAuth errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import authorization
from mock_idps.core.authorization import AuthorizationRequest
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, credentials, documents, memory, token
from mock_idps.okta.errors import REQUEST
from mock_idps.okta.request_checks import CHECKS
from mock_idps.okta.servers import requested

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest
    from mock_idps.okta.servers import Server

LIVES = 300
"""Seconds that a request_uri works; the reference names none."""
_SECRETS = frozenset({"client_secret", "client_assertion", "client_assertion_type"})


def announced(server: Server) -> bool:
    """Whether the server's metadata names the endpoint: custom servers, and orgs of 2023."""
    year = str(server.tenant.settings.get("metadata", "2026"))
    return bool(server.asid) or documents.capture(year, custom=False) == "2023"


async def push(service: Service, request: Request) -> Response:
    """Keep a request and give its `request_uri`."""
    server = requested(service, request)
    if not announced(server):
        return answers.not_found(service, request)
    try:
        asked = await credentials.authenticated(service, request, "par")
        _no_request_uri(asked)
    except Refusal as refusal:
        return token.refuse(service, server.tenant, refusal)
    parameters = {name: value for name, value in asked.form.items() if name not in _SECRETS}
    parameters["client_id"] = asked.client_id
    extra = {"host": server.host, "asid": server.asid}
    try:
        authorization.run(CHECKS, service, AuthorizationRequest(parameters, tenant=server.tenant, extra=extra))
    except Refusal as refusal:
        wire = worded(REQUEST, refusal)
        told = {"error": wire.error, "error_description": wire.text(refusal.detail)}
        return answers.as_json(service, told, 400)
    uri = "urn:okta:" + service.token(43)
    memory.of(service).pushed[uri] = memory.Pushed(parameters, server.ring_name, asked.client_id, service.now() + LIVES)
    return answers.as_json(service, {"request_uri": uri, "expires_in": LIVES}, 201)


def unfold(service: Service, server: Server, asked: AuthorizationRequest) -> None:
    """Put the pushed parameters in the place of a `request_uri`; it works once.

    Raises:
        Refusal: "request_uri_invalid", "request_uri_of_other_server" or "request_uri_of_other_client".
    """
    uri = asked.get("request_uri")
    if not uri:
        return
    found = memory.of(service).pushed.get(uri)
    if found is None or service.now() >= found.until:
        raise Refusal("request_uri_invalid")
    if found.server != server.ring_name:
        raise Refusal("request_uri_of_other_server")
    if found.client_id != asked.get("client_id"):
        raise Refusal("request_uri_of_other_client")
    del memory.of(service).pushed[uri]
    asked.parameters = dict(found.parameters)


def _no_request_uri(asked: TokenRequest) -> None:
    if "request_uri" in asked.form:
        raise Refusal("pushed_request_uri")
