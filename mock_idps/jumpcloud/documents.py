"""Discovery and key set of a region.

Endpoints, grants, S256 and the absence of a registration endpoint are attested live (github.com/fyne-coder/gongcli_mcp,
docs/runbooks/tc-jumpcloud-direct-oidc-review-2026-05-30.md); the other members and their order are those of Ory Hydra
v2.2.0 (oauth2/handler.go, struct oidcConfiguration), which JumpCloud runs. Extra entries of the lists are not known.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from mock_idps.jumpcloud import regions

if TYPE_CHECKING:
    from mock_idps.core.keys import SigningKey
    from mock_idps.core.service import Service
    from mock_idps.jumpcloud.regions import Region

JSON = "application/json; charset=utf-8"
_RESPONSE_TYPES = ["code", "code id_token", "id_token", "token id_token", "token", "token id_token code"]


@lru_cache(maxsize=8)
def openid_configuration(region: Region) -> dict[str, Any]:
    """The discovery document; shared between callers, never change it."""
    base = region.base
    return {
        "issuer": region.issuer.url,
        "authorization_endpoint": f"{base}/oauth2/auth",
        "token_endpoint": f"{base}/oauth2/token",
        "jwks_uri": f"{base}/.well-known/jwks.json",
        "subject_types_supported": ["public"],
        "response_types_supported": _RESPONSE_TYPES,
        "claims_supported": ["sub"],
        "grant_types_supported": ["authorization_code", "implicit", "client_credentials", "refresh_token"],
        "response_modes_supported": ["query", "fragment"],
        "userinfo_endpoint": f"{base}/userinfo",
        "scopes_supported": ["offline_access", "offline", "openid"],
        "token_endpoint_auth_methods_supported": [
            "client_secret_post",
            "client_secret_basic",
            "private_key_jwt",
            "none",
        ],
        "userinfo_signing_alg_values_supported": ["none", "RS256"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "id_token_signed_response_alg": ["RS256"],
        "userinfo_signed_response_alg": ["RS256"],
        "request_parameter_supported": True,
        "request_uri_parameter_supported": True,
        "require_request_uri_registration": True,
        "claims_parameter_supported": False,
        "revocation_endpoint": f"{base}/oauth2/revoke",
        "backchannel_logout_supported": True,
        "backchannel_logout_session_supported": True,
        "frontchannel_logout_supported": True,
        "frontchannel_logout_session_supported": True,
        "end_session_endpoint": f"{base}/oauth2/sessions/logout",
        "request_object_signing_alg_values_supported": ["none", "RS256", "ES256"],
        "code_challenge_methods_supported": ["plain", "S256"],
    }


@lru_cache(maxsize=8)
def _openid_configuration_body(region: Region) -> bytes:
    return json.dumps(openid_configuration(region), separators=(",", ":")).encode()


def discovery_response(service: Service, region: Region) -> Response:
    """The discovery document as an answer; encoded once unless a fault changes it."""
    told = service.fault.discovery(openid_configuration(region))
    if told is openid_configuration(region):
        return Response(_openid_configuration_body(region), media_type=JSON)
    return Response(json.dumps(told, separators=(",", ":")), media_type=JSON)


def published(key: SigningKey, kid: str) -> dict[str, Any]:
    """A public key as Hydra publishes it, under `kid`."""
    public = key.public
    return {"use": "sig", "kty": "RSA", "kid": kid, "alg": "RS256", "n": public["n"], "e": public["e"]}


async def key_set(service: Service, region: Region) -> dict[str, Any]:
    """The key set.

    The key of the access tokens comes first, for nobody may rely on the order; a rotated-in key precedes the one that it
    replaces. Switches: `jwks_keys` (1 or 2, default 2) publishes the ID tokens' keys alone or all; `jwks_order`
    ("signing_last", or "signing_first").
    """
    keys = await regions.ring(service, region).keys()
    if len(keys) > 1 and regions.switch(service, region, "jwks_keys", 2) == 1:
        keys = keys[:-1]
    elif regions.switch(service, region, "jwks_order", "signing_last") == "signing_last":
        keys = [keys[-1], *keys[:-1]]
    return {"keys": [published(key, regions.kid_told(service, region, key.kid)) for key in keys]}


async def jwks_response(service: Service, region: Region) -> Response:
    """The key set as an answer."""
    told = service.fault.jwks(await key_set(service, region))
    return Response(json.dumps(told, separators=(",", ":")), media_type=JSON)
