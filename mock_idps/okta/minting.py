"""Making what Okta hands out: codes, access tokens, ID tokens.

Source: a trial org's exchange of September 2026; Okta's OpenID Connect reference; developer.okta.com/docs/concepts/key-rotation/
(the org server's access tokens are signed with a key that is not published).
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mock_idps.core import authorization, tokens
from mock_idps.core.grants import AccessToken
from mock_idps.okta import claims, groups, memory
from mock_idps.okta.servers import Server, ring, ring_of, server_of

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.grants import Authentication, Code
    from mock_idps.core.model import AppRegistration, Claims
    from mock_idps.core.service import Service

CODE_LIVES = 300
"""Seconds; 60 before release 2021.04.0 (`code_seconds` of the tenant)."""
ACCESS_LIVES = 3600
"""Seconds; a custom server may set 300 to 86400 (`access_token_seconds`)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token is minted for: the server, the app, the sign-in, the scopes, the family of the code.

    `key` is the thumbprint of the DPoP key that access tokens are bound to, "" for none.
    """

    server: Server
    app: AppRegistration
    authentication: Authentication
    scope: tuple[str, ...]
    family: str
    nonce: str = ""
    key: str = ""

    @property
    def lives(self) -> int:
        """Seconds that an access token lives."""
        return int(self.server.settings.get("access_token_seconds", ACCESS_LIVES))


def issue_code(service: Service, asked: AuthorizationRequest, held: Authentication) -> Code:
    """A code of 43 characters that lives five minutes."""
    lives = asked.home().settings.get("code_seconds", CODE_LIVES)
    return authorization.issue_code(service, asked, held, value=service.token(43), lives=lives)


async def authorization_response(service: Service, asked: AuthorizationRequest, held: Authentication) -> dict[str, str]:
    """The parameters of a success: the code first, then tokens if asked for, then `state`."""
    words = asked.words("response_type")
    told: dict[str, str] = {}
    family = ""
    if "code" in words:
        code = issue_code(service, asked, held)
        told["code"], family = code.value, code.family
    grant = Grant(
        server_of(asked), asked.registered(), held, scope_told(asked.words("scope")), family, asked.get("nonce")
    )
    if "token" in words:
        told |= {"access_token": await access_token(service, grant), "token_type": "Bearer"}
        told |= {"expires_in": str(grant.lives), "scope": " ".join(grant.scope)}
    if "id_token" in words:
        told["id_token"] = await id_token(service, grant, told.get("access_token", ""), code=told.get("code", ""))
    return {**told, "state": asked.get("state")}


def scope_told(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The scopes in the order of the answer: openid, profile and email first, whatever order was asked for."""
    first = [scope for scope in ("openid", "profile", "email") if scope in asked]
    return tuple(dict.fromkeys([*first, *asked]))


async def access_token(service: Service, grant: Grant, *, with_refresh: bool = False) -> str:
    """An access token, remembered for userinfo and introspection.

    A custom server signs with its published key. The org server's key is never published, so its signature is 256
    random bytes: to everybody without the key, the same thing.
    """
    server, app = grant.server, grant.app
    issuer = server.issuer(app).url
    jti = "AT." + service.token(43) + (".oar" + service.token(17) if with_refresh else "")
    issued: Claims = {"iss": issuer, "aud": issuer, "iat": service.now(), "jti": jti, "cid": app.client_id}
    if server.asid:
        issued["aud"] = server.settings.get("audience", "api://default")
    body = claims.access_token(grant.authentication, grant.scope, issued, lives=grant.lives, custom=bool(server.asid))
    if server.asid:
        body |= groups.for_access_token(server, grant.authentication.person, grant.scope)
    if grant.key:
        body["cnf"] = {"jkt": grant.key}
    if server.asid:
        key = await ring(service, server.ring_name).signing()
        value = tokens.sign({"kid": key.kid, "alg": "RS256"}, body, key.jose)
    else:
        value = _unverifiable(service, body)
    remembered = memory.of(service)
    remembered.issued[value] = body
    if grant.key:
        remembered.bound[value] = grant.key
    service.grants.access_tokens[value] = AccessToken(
        value, app, grant.authentication, grant.scope, body["exp"], grant.family, issuer=server.ring_name
    )
    return value


async def token_body(service: Service, grant: Grant, *, with_refresh: bool = False) -> dict[str, object]:
    """The body of a token answer, in the order of 2026; a refresh token is put in its place by whoever made it.

    Raises:
        Refusal: "too_many_groups".
    """
    access = await access_token(service, grant, with_refresh=with_refresh)
    body: dict[str, object] = {
        "token_type": "DPoP" if grant.key else "Bearer",
        "expires_in": grant.lives,
        "access_token": access,
        "scope": " ".join(grant.scope),
    }
    if "openid" in grant.scope:
        body["id_token"] = await id_token(service, grant, access)
    return body


async def id_token(service: Service, grant: Grant, access: str = "", *, code: str = "") -> str:
    """An ID token: thin beside an access token or from /token, full otherwise.

    Raises:
        Refusal: "too_many_groups".
    """
    server, app = grant.server, grant.app
    thin = bool(access)
    issued: Claims = {"iss": server.issuer(app).url, "aud": app.client_id, "iat": service.now()}
    issued["jti"] = "ID." + service.token(43)
    extra = groups.for_id_token(server, app, grant.authentication.person, grant.scope, thin=thin)
    body = claims.id_token(
        grant.authentication,
        grant.scope,
        issued,
        nonce=grant.nonce,
        full=not thin,
        at_hash=tokens.half_hash(access) if access else "",
        extra=({"c_hash": tokens.half_hash(code)} if code else {}) | extra,
    )
    key = await ring_of(service, server, app).signing()
    return tokens.id_token(service, body, key, {"kid": key.kid, "alg": "RS256"})


def _unverifiable(service: Service, body: Claims) -> str:
    header = {"kid": service.token(43), "alg": "RS256"}
    parts = [json.dumps(part, separators=(",", ":")).encode() for part in (header, body)]
    parts.append(service.random.randbytes(256))
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)
