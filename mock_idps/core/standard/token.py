"""The token endpoint (RFC 6749, 4.1.3 and 6; OIDC Core 1.0, 3.1.3) and revocation (RFC 7009)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response

from mock_idps.core import token_request, tokens
from mock_idps.core.grants import AccessToken, RefreshToken
from mock_idps.core.refusal import Refusal
from mock_idps.core.standard import answers, claims, sites

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.keys import SigningKey
    from mock_idps.core.service import Service
    from mock_idps.core.standard.description import Description
    from mock_idps.core.standard.sites import Site
    from mock_idps.core.token_request import TokenRequest

CLIENT = (
    token_request.grant_type_present,
    token_request.grant_type_supported,
    token_request.one_credential,
    token_request.client_known,
    token_request.secret_present,
    token_request.method_registered,
    token_request.secret_matches,
    token_request.secret_alive,
)
"""Checks of the client, before anything of the grant is looked at."""

CODE = (
    token_request.code_known,
    token_request.code_of_client,
    token_request.code_unused,
    token_request.code_fresh,
    token_request.redirect_uri_same,
    token_request.pkce_verifier_fits,
)
"""Checks of the code."""

REFRESH_LIVES = 30 * 86_400
"""Seconds."""


async def endpoint(service: Service, described: Description, site: Site, request: Request) -> Response:
    """Answer a token request."""
    asked = await token_request.read(request)
    service.note("token", dict(asked.form), request.headers)
    try:
        token_request.run(CLIENT, service, asked)
        _check_issuer(asked, site)
        if asked.get("grant_type") == "refresh_token":
            return await _refreshed(service, described, site, asked)
        token_request.run(CODE, service, asked)
    except Refusal as refusal:
        if refusal.situation == "code_used":
            service.grants.revoke(asked.granted().family)  # RFC 6749, 4.1.2: what came of the code goes with it
        return answers.body(described, refusal)
    code = asked.granted()
    code.used = True
    return await _issued(service, described, site, code.request, code.authentication, code.family)


def _check_issuer(asked: TokenRequest, site: Site) -> None:
    if asked.tenant is None or sites.issuer_of(asked.tenant) != site.issuer.url:
        raise Refusal("token_client_unknown", client_id=asked.client_id)


async def _refreshed(service: Service, described: Description, site: Site, asked: TokenRequest) -> Response:
    found = service.grants.refresh_tokens.get(asked.get("refresh_token"))
    if found is None or found.revoked or service.now() >= found.expires_at:
        raise Refusal("refresh_unknown")
    if found.app.client_id != asked.registered().client_id or found.authentication.person.state != "active":
        raise Refusal("refresh_unknown")
    return await _issued(service, described, site, found.request, found.authentication, found.family)


async def _issued(
    service: Service,
    described: Description,
    site: Site,
    asked: AuthorizationRequest,
    signed: Authentication,
    family: str,
) -> Response:
    """Tokens for what was granted, in the vendor's order."""
    key = await sites.ring(service, described, site).signing()
    access = _access_token(service, described, site, key, asked, signed)
    app, scope, now = asked.registered(), asked.words("scope"), service.now()
    lives = described.tokens.access_token_seconds
    token = AccessToken(access, app, signed, scope, now + lives, family, site.issuer.url)
    service.grants.access_tokens[access] = token
    members: dict[str, Any] = {
        "access_token": access,
        "expires_in": lives,
        "token_type": described.tokens.token_type,
        "scope": " ".join(scope),
        "session_state": signed.session,
    }
    if "openid" in scope:
        members["id_token"] = _id_token(service, described, site, key, asked, signed, access)
    if described.tokens.refresh == "always" or described.tokens.refresh in scope:
        members["refresh_token"] = service.token(43)
        refresh = RefreshToken(members["refresh_token"], app, signed, asked, now + REFRESH_LIVES, family)
        service.grants.refresh_tokens[refresh.value] = refresh
    ordered = {name: members[name] for name in described.tokens.answer if name in members}
    return JSONResponse(service.fault.token_response(ordered), headers=answers.NO_STORE)


def _header(described: Description, key: SigningKey) -> dict[str, Any]:
    known = {"alg": "RS256", "typ": "JWT", "kid": key.kid}
    return {name: known[name] for name in described.tokens.header}


def _access_token(
    service: Service,
    described: Description,
    site: Site,
    key: SigningKey,
    asked: AuthorizationRequest,
    signed: Authentication,
) -> str:
    """An opaque token, or a JWT that is for the issuer's own APIs and says little (RFC 9068, 2.2)."""
    if described.tokens.access_token != "jwt":
        return described.tokens.prefix + service.token(43)
    now = service.now()
    told = {
        "exp": now + described.tokens.access_token_seconds,
        "iat": now,
        "jti": _jti(service),
        "iss": site.issuer.url,
        "sub": signed.person.id,
        "azp": asked.get("client_id"),
        "scope": asked.get("scope"),
    }
    return tokens.sign(_header(described, key), told, key.jose)


def _id_token(
    service: Service,
    described: Description,
    site: Site,
    key: SigningKey,
    asked: AuthorizationRequest,
    signed: Authentication,
    access: str,
) -> str:
    now = service.now()
    issued = {
        "issuer": site.issuer.url,
        "client_id": asked.get("client_id"),
        "now": now,
        "expires": now + described.tokens.id_token_seconds,
        "nonce": asked.get("nonce") or None,
        "at_hash": tokens.half_hash(access),
        "jti": _jti(service),
    }
    told = claims.told(described.id_token, issued, signed, asked.registered(), asked.words("scope"))
    return tokens.id_token(service, told, key, _header(described, key))


def _jti(service: Service) -> str:
    return str(uuid.UUID(bytes=service.random.randbytes(16), version=4))


async def revocation(service: Service, described: Description, site: Site, request: Request) -> Response:
    """Revoke a token; an unknown one is no error (RFC 7009, 2.2)."""
    del described, site
    asked = await token_request.read(request)
    service.note("revoke", dict(asked.form), request.headers)
    value = asked.get("token")
    token = service.grants.refresh_tokens.get(value) or service.grants.access_tokens.get(value)
    if token is not None:
        service.grants.revoke(token.family)
    return Response(status_code=200)
