"""The two metadata documents of a server, values and key order as captured.

Sources: the org document as published under github.com/api-evangelist/deepwatch (`well-known/`, 2026), an Identity Engine
org of 2023 (github.com/blacklanternsecurity/bbot, `test_module_oauth`), a dev org of May 2020, an integrator org's custom
server of 2025 and a trial org's of September 2026 (public logs); the OAuth document: Okta's OpenID Connect reference,
github.com/okta/okta-developer-docs `docs/reference/api/oidc/index.md`. Which year an org shows is the switch
`metadata` of the tenant: "2026" (default), "2025", "2023" or "2020".
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

Document = dict[str, Any]

_RESPONSE_TYPES = ["code", "id_token", "code id_token", "code token", "id_token token", "code id_token token"]
RESPONSE_MODES = ["query", "fragment", "form_post", "okta_post_message"]
_GRANTS_2020 = ["authorization_code", "implicit", "refresh_token", "password"]
_GRANTS_ORG = [*_GRANTS_2020, "urn:ietf:params:oauth:grant-type:device_code"]
_GRANTS_CIBA = [*_GRANTS_ORG, "urn:openid:params:grant-type:ciba"]
_GRANTS_CUSTOM = [
    *_GRANTS_CIBA,
    "urn:okta:params:oauth:grant-type:otp",
    "http://auth0.com/oauth/grant-type/mfa-otp",
    "urn:okta:params:oauth:grant-type:oob",
    "http://auth0.com/oauth/grant-type/mfa-oob",
]
ORG_SCOPES = ["openid", "email", "profile", "address", "phone", "offline_access", "groups"]
CUSTOM_SCOPES = ["openid", "profile", "email", "address", "phone", "offline_access", "device_sso", "interclient_access"]
_METHODS = ["client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt", "none"]
_TOKEN_CLAIMS = ["iss", "ver", "sub", "aud", "iat", "exp", "jti", "auth_time", "amr", "idp", "nonce"]
_NAME_CLAIMS = ["name", "nickname", "preferred_username", "given_name", "middle_name", "family_name"]
_CONTACT_CLAIMS = ["email", "email_verified", "profile", "zoneinfo", "locale", "address", "phone_number"]
_LAST_CLAIMS = ["picture", "website", "gender", "birthdate", "updated_at", "at_hash", "c_hash"]
_CLAIMS = [*_TOKEN_CLAIMS, *_NAME_CLAIMS, *_CONTACT_CLAIMS, *_LAST_CLAIMS]
_OAUTH_CLAIMS = ["ver", "jti", "iss", "aud", "iat", "exp", "cid", "uid", "scp", "sub"]
_ASYMMETRIC = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]
_SIGNING = ["HS256", "HS384", "HS512", *_ASYMMETRIC]
_ENCRYPTION = ["RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"]
_ONLY_OPENID = (
    "userinfo_endpoint",
    "id_token_signing_alg_values_supported",
    "id_token_encryption_alg_values_supported",
    "id_token_encryption_enc_values_supported",
)


def capture(year: str, *, custom: bool) -> str:
    """The capture that a server shows: the last of its kind up to `year`, or the first there is."""
    known = ("2025", "2026") if custom else ("2020", "2023", "2026")
    return max((it for it in known if it <= year), default=known[0])


@lru_cache(maxsize=256)
def openid_configuration(issuer: str, base: str, year: str = "2026", scopes: tuple[str, ...] = ()) -> Document:
    """The OpenID document; `base` is the URL below which the endpoints lie, up to and without `/v1`.

    `scopes` are a custom server's own, listed after the standard ones. Shared between callers: never change it.
    """
    custom = not base.endswith("/oauth2")
    shown = capture(year, custom=custom)
    known = [it for it in CUSTOM_SCOPES if (shown, it) != ("2025", "interclient_access")] if custom else ORG_SCOPES
    return {
        **_front(issuer, base, _grants(custom=custom, year=shown)),
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"],
        **({} if shown in {"2020", "2025"} else _encryption()),
        "scopes_supported": [*known, *scopes],
        "token_endpoint_auth_methods_supported": _METHODS,
        "claims_supported": _CLAIMS,
        **_back(base),
        **({} if shown == "2020" else _later(base, par=custom or shown == "2023")),
    }


def oauth_authorization_server(issuer: str, base: str, year: str = "2026", scopes: tuple[str, ...] = ()) -> Document:
    """The OAuth document beside it: no userinfo, no ID token members, the grant `client_credentials` added.

    `subject_types_supported` is left out: neither sample of the reference shows it.
    """
    document = dict(openid_configuration(issuer, base, year, scopes))
    for name in (*_ONLY_OPENID, "subject_types_supported"):
        document.pop(name, None)
    document["grant_types_supported"] = [*document["grant_types_supported"], "client_credentials"]
    document["claims_supported"] = _OAUTH_CLAIMS
    return document


def _grants(*, custom: bool, year: str) -> list[str]:
    if year == "2020":
        return _GRANTS_2020
    if custom:
        return _GRANTS_CUSTOM
    return _GRANTS_CIBA if year == "2023" else _GRANTS_ORG


def _front(issuer: str, base: str, grants: list[str]) -> Document:
    org = base[: base.index("/oauth2")]
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{base}/v1/authorize",
        "token_endpoint": f"{base}/v1/token",
        "userinfo_endpoint": f"{base}/v1/userinfo",
        "registration_endpoint": f"{org}/oauth2/v1/clients",
        "jwks_uri": f"{base}/v1/keys",
        "response_types_supported": _RESPONSE_TYPES,
        "response_modes_supported": RESPONSE_MODES,
        "grant_types_supported": grants,
    }


def _encryption() -> Document:
    return {
        "id_token_encryption_alg_values_supported": _ENCRYPTION,
        "id_token_encryption_enc_values_supported": ["A256GCM"],
    }


def _back(base: str) -> Document:
    return {
        "code_challenge_methods_supported": ["S256"],
        "introspection_endpoint": f"{base}/v1/introspect",
        "introspection_endpoint_auth_methods_supported": _METHODS,
        "revocation_endpoint": f"{base}/v1/revoke",
        "revocation_endpoint_auth_methods_supported": _METHODS,
        "end_session_endpoint": f"{base}/v1/logout",
        "request_parameter_supported": True,
        "request_object_signing_alg_values_supported": _SIGNING,
    }


def _later(base: str, *, par: bool) -> Document:
    pushed = {
        "pushed_authorization_request_endpoint": f"{base}/v1/par",
        "backchannel_token_delivery_modes_supported": ["poll"],
        "backchannel_authentication_request_signing_alg_values_supported": _SIGNING,
    }
    return {
        "device_authorization_endpoint": f"{base}/v1/device/authorize",
        **(pushed if par else {}),
        "dpop_signing_alg_values_supported": _ASYMMETRIC,
    }
