"""Metadata and key sets, in captured key order and spelling.

Sources: github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet
test/Microsoft.IdentityModel.Protocols.OpenIdConnect.Tests/OpenIdConfigData.cs (documents 2024-02-02, keys 2024-07-22), and
the 2026-07-13 capture of "common" in github.com/calvinchengx/entra-emulator e2e/golden (members added since then).
No `code_challenge_methods_supported`, no `grant_types_supported`: both are absent in every capture.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from mock_idps.entra.authority import CONSUMERS, TEMPLATE
from mock_idps.entra.clouds import CLOUDS, PUBLIC

if TYPE_CHECKING:
    from mock_idps.core.keys import SigningKey
    from mock_idps.entra.authority import Authority
    from mock_idps.entra.clouds import Cloud

Document = dict[str, Any]

AUTH_METHODS = ("client_secret_post", "private_key_jwt", "client_secret_basic", "self_signed_tls_client_auth")
CLAIMS_V2 = (
    "sub",
    "iss",
    "cloud_instance_name",
    "cloud_instance_host_name",
    "cloud_graph_host_name",
    "msgraph_host",
    "aud",
    "exp",
    "iat",
    "auth_time",
    "acr",
    "nonce",
    "preferred_username",
    "name",
    "tid",
    "ver",
    "at_hash",
    "c_hash",
    "email",
)
CLAIMS_V1 = (
    "sub",
    "iss",
    "cloud_instance_name",
    "cloud_instance_host_name",
    "cloud_graph_host_name",
    "msgraph_host",
    "aud",
    "exp",
    "iat",
    "auth_time",
    "acr",
    "amr",
    "nonce",
    "email",
    "given_name",
    "family_name",
    "nickname",
)


def region_scope(where: Authority) -> str | None:
    """`tenant_region_scope`: null for an alias, else the tenant's setting "region_scope" ("WW" and "NA" are captured)."""
    return None if where.tenant is None or where.alias else str(where.tenant.settings.get("region_scope", "WW"))


def openid_configuration(where: Authority) -> Document:
    """The v2.0 metadata of an authority."""
    base, cloud = where.base, where.cloud
    return {
        "token_endpoint": f"{base}/oauth2/v2.0/token",
        "token_endpoint_auth_methods_supported": list(AUTH_METHODS),
        "jwks_uri": f"{base}/discovery/v2.0/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
        "scopes_supported": ["openid", "profile", "email", "offline_access"],
        "issuer": f"https://{cloud.login}/{where.issuer_id}/v2.0",
        "request_uri_parameter_supported": False,
        "userinfo_endpoint": f"https://{cloud.graph}/oidc/userinfo",
        "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
        "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
        "http_logout_supported": True,
        "frontchannel_logout_supported": True,
        "end_session_endpoint": f"{base}/oauth2/v2.0/logout",
        "claims_supported": list(CLAIMS_V2),
        "kerberos_endpoint": f"{base}/kerberos",
        "mtls_endpoint_aliases": {"token_endpoint": f"https://mtlsauth.microsoft.com/{where.name}/oauth2/v2.0/token"},
        "tls_client_certificate_bound_access_tokens": True,
        **_instance(where),
    }


def openid_configuration_v1(where: Authority) -> Document:
    """The v1.0 metadata of an authority: what an app meets that leaves "/v2.0" out of its issuer."""
    base, cloud = where.base, where.cloud
    return {
        "token_endpoint": f"{base}/oauth2/token",
        "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
        "jwks_uri": f"{base}/discovery/keys",
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "response_types_supported": ["code", "id_token", "code id_token", "token id_token", "token"],
        "scopes_supported": ["openid"],
        "issuer": f"https://{cloud.sts}/{where.issuer_id}/",
        "microsoft_multi_refresh_token": True,
        "authorization_endpoint": f"{base}/oauth2/authorize",
        "device_authorization_endpoint": f"{base}/oauth2/devicecode",
        "http_logout_supported": True,
        "frontchannel_logout_supported": True,
        "end_session_endpoint": f"{base}/oauth2/logout",
        "claims_supported": list(CLAIMS_V1),
        "check_session_iframe": f"{base}/oauth2/checksession",
        "userinfo_endpoint": f"{base}/openid/userinfo",
        "kerberos_endpoint": f"{base}/kerberos",
        **_instance(where),
    }


def _instance(where: Authority) -> Document:
    return {
        "tenant_region_scope": region_scope(where),
        "cloud_instance_name": where.cloud.instance,
        "cloud_graph_host_name": where.cloud.old_graph,
        "msgraph_host": where.cloud.graph,
        "rbac_url": where.cloud.rbac,
    }


def key_issuer(where: Authority, *, consumer: bool) -> str:
    """The `issuer` member of a key: a template on aliases, the tenant's own elsewhere, concrete for personal accounts."""
    if consumer:
        return f"https://{where.cloud.login}/{CONSUMERS}/v2.0"
    return f"https://{where.cloud.login}/{where.name if not where.alias else TEMPLATE}/v2.0"


def public_key(key: SigningKey, certificate: bytes, issuer: str | None) -> Document:
    """One key in captured member order; no "alg". v1.0 sets carry no "issuer"."""
    told: Document = {
        "kty": "RSA",
        "use": "sig",
        "kid": key.kid,
        "x5t": key.kid,
        "n": key.public["n"],
        "e": key.public["e"],
        "x5c": [base64.b64encode(certificate).decode()],
    }
    return told if issuer is None else {**told, "issuer": issuer}


def instance_discovery(asked: str) -> Document:
    """The answer of /common/discovery/instance, which MSAL asks before its first token request.

    Shape: github.com/AzureAD/microsoft-authentication-library-for-python msal/authority.py and its tests.
    """
    return {"tenant_discovery_endpoint": asked, "api-version": "1.1", "metadata": [_network(it) for it in CLOUDS]}


def _network(cloud: Cloud) -> Document:
    public = cloud is PUBLIC
    return {
        "preferred_network": cloud.login,
        "preferred_cache": cloud.aliases[0] if public else cloud.login,
        "aliases": [cloud.login, *cloud.aliases, *((cloud.sts,) if public else ())],
    }
