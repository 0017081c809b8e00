"""The token endpoint.

Source: a trial org's exchange of September 2026 (member order, headers), Okta's OpenID Connect reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core import token_request as core
from mock_idps.core.refusal import Refusal, worded
from mock_idps.okta import answers, minting
from mock_idps.okta.minting import Grant
from mock_idps.okta.servers import Server, org_of
from mock_idps.okta.token_errors import TOKEN

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest

CHECKS = (
    core.one_credential,
    core.client_known,
    core.secret_present,
    core.secret_matches,
    core.grant_type_present,
    core.grant_type_supported,
    core.code_known,
    core.code_fresh,
    core.code_unused,
    core.code_of_client,
    core.redirect_uri_same,
    core.pkce_verifier_fits,
)


async def token(service: Service, request: Request) -> Response:
    """Answer a token request."""
    asked = await core.read(request)
    service.note("token", asked.form, request.headers)
    found = org_of(service.directory, request.url.hostname or "")
    if found is None:
        raise LookupError(f'no org behind "{request.url.hostname}"; route only the hosts of the directory here')
    server = Server(*found, request.path_params.get("asid", ""))
    asked.tenant = server.tenant
    try:
        core.run(CHECKS, service, asked)
        return answers.as_json(service, service.fault.token_response(await _redeem(service, server, asked)))
    except Refusal as refusal:
        return refuse(service, refusal)


def refuse(service: Service, refusal: Refusal) -> Response:
    """Say a refusal in the shape that Okta uses for it."""
    wire = worded(TOKEN, refusal)
    text = wire.text(refusal.detail)
    if "errorCode" in wire.members:
        return answers.api_error(service, str(wire.members["errorCode"]), text, wire.status)
    return answers.as_json(service, {"error": wire.error, "error_description": text}, wire.status)


async def _redeem(service: Service, server: Server, asked: TokenRequest) -> dict[str, object]:
    code = asked.granted()
    code.used = True
    request = code.request
    scope = minting.scope_told(request.words("scope"))
    grant = Grant(server, asked.registered(), code.authentication, scope, code.family, request.get("nonce"))
    access = await minting.access_token(service, grant)
    body: dict[str, object] = {
        "token_type": "Bearer",
        "expires_in": grant.lives,
        "access_token": access,
        "scope": " ".join(scope),
    }
    if "openid" in scope:
        body["id_token"] = await minting.id_token(service, grant, access)
    return body
