"""Minting what a grant brings: access token, ID token, refresh token, in one answer with sorted keys.

Sources: github.com/ory/fosite v0.49.0 handler/oauth2 (answer), knowledge.catonetworks.com and JumpCloud's app form (lifetimes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from mock_idps.core import tokens
from mock_idps.core.grants import AccessToken, RefreshToken
from mock_idps.jumpcloud import answers, claims, issuing, regions
from mock_idps.jumpcloud.token_checks import OFFLINE

if TYPE_CHECKING:
    from typing import Any

    from starlette.responses import Response

    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication
    from mock_idps.core.keys import SigningKey
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

ACCESS_TOKEN_LIVES = 3600
"""Seconds."""

REFRESH_TOKEN_LIVES = 30 * 86_400
"""Seconds; an app's default, up to 90 days (setting `refresh_token_lives`)."""


async def answer(
    service: Service, region: Region, asked: AuthorizationRequest, signed: Authentication, family: str
) -> Response:
    """The answer to a token request that passed: tokens for what `asked` was granted when `signed` signed in."""
    scope: tuple[str, ...] = signed.notes["scope"]
    app = asked.registered()
    access = await _access_token(service, region, app, signed, scope)
    body: dict[str, Any] = {
        "access_token": access,
        "expires_in": ACCESS_TOKEN_LIVES - 1,
        "scope": " ".join(scope),
        "token_type": "bearer",
    }
    token = AccessToken(access, app, signed, scope, service.now() + ACCESS_TOKEN_LIVES, family, region.issuer.url)
    service.grants.access_tokens[access] = token
    if "openid" in scope:
        body["id_token"] = await _id_token(service, region, asked, signed, access)
    if _brings_refresh_token(app, scope):
        body["refresh_token"] = _refresh_token(service, region, asked, signed, family)
    told = service.fault.token_response(dict(sorted(body.items())))
    return JSONResponse(told, 200, answers.NO_STORE, media_type="application/json;charset=UTF-8")


def _brings_refresh_token(app: AppRegistration, scope: tuple[str, ...]) -> bool:
    """An offline scope and a ticked grant; `refresh_token_always` of the app does without the scope."""
    if not app.settings.get("refresh_token", False):
        return False
    return bool(app.settings.get("refresh_token_always")) or not OFFLINE.isdisjoint(scope)


async def _access_token(
    service: Service, region: Region, app: AppRegistration, signed: Authentication, scope: tuple[str, ...]
) -> str:
    """An opaque token, or a JWT where the app asks for one (setting `access_token`: "opaque" by default, or "jwt")."""
    if app.settings.get("access_token", "opaque") != "jwt":
        return issuing.opaque_token(service, region, "at")
    issued = {
        "iss": region.issuer.url,
        "sub": signed.person.id,
        "client_id": app.client_id,
        "iat": service.now(),
        "exp": service.now() + ACCESS_TOKEN_LIVES,
        "jti": issuing.uuid4(service),
    }
    key = (await regions.ring(service, region).keys())[-1]
    return tokens.sign(
        _header(service, region, key), claims.access_token(issued, signed.notes["told"], scope), key.jose
    )


async def _id_token(
    service: Service, region: Region, asked: AuthorizationRequest, signed: Authentication, access: str
) -> str:
    issued = {
        "at_hash": tokens.half_hash(access),
        "aud": [asked.registered().client_id],
        "auth_time": signed.at,
        "iat": service.now(),
        "iss": region.issuer.url,
        "jti": issuing.uuid4(service),
        "rat": signed.notes["rat"],
        "sid": signed.session,
        "sub": signed.person.id,
    }
    if asked.get("nonce"):
        issued["nonce"] = asked.get("nonce")
    key = await regions.ring(service, region).signing()
    return tokens.id_token(service, claims.id_token(issued, signed.notes["told"]), key, _header(service, region, key))


def _header(service: Service, region: Region, key: SigningKey) -> dict[str, Any]:
    return {"alg": "RS256", "kid": regions.kid_told(service, region, key.kid), "typ": "JWT"}


def _refresh_token(
    service: Service, region: Region, asked: AuthorizationRequest, signed: Authentication, family: str
) -> str:
    app = asked.registered()
    value = issuing.opaque_token(service, region, "rt")
    ends = service.now() + int(app.settings.get("refresh_token_lives", REFRESH_TOKEN_LIVES))
    service.grants.refresh_tokens[value] = RefreshToken(value, app, signed, asked, ends, family)
    return value
