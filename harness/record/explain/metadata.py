"""What the members of a discovery document say, in the field's words."""

from __future__ import annotations

DISCOVERY = "https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata"
SERVER = "https://www.rfc-editor.org/rfc/rfc8414#section-2"
_LOGOUT = "https://openid.net/specs/openid-connect-rpinitiated-1_0.html#OPMetadata"
_FRONT = "https://openid.net/specs/openid-connect-frontchannel-1_0.html#OPLogout"
_BACK = "https://openid.net/specs/openid-connect-backchannel-1_0.html#BCSupport"

METADATA: dict[str, tuple[str, str]] = {
    "issuer": ("who this document speaks for; must equal the issuer of the connection, and iss of its tokens", DISCOVERY),
    "authorization_endpoint": ("where the browser is sent to sign in", DISCOVERY),
    "token_endpoint": ("where the app trades the code for tokens", DISCOVERY),
    "userinfo_endpoint": ("where the app asks for more about the person", DISCOVERY),
    "jwks_uri": ("where the keys are that signatures are checked with", DISCOVERY),
    "end_session_endpoint": ("where the browser is sent to sign out", _LOGOUT),
    "registration_endpoint": ("where clients register themselves", DISCOVERY),
    "revocation_endpoint": ("where tokens are given back", SERVER),
    "introspection_endpoint": ("where an access token's state is asked for", SERVER),
    "device_authorization_endpoint": ("where devices without a browser begin", "https://www.rfc-editor.org/rfc/rfc8628#section-4"),
    "mtls_endpoint_aliases": ("the endpoints for clients that show a certificate", "https://www.rfc-editor.org/rfc/rfc8705#section-5"),
    "scopes_supported": ("scopes that may be asked for; need not be all", DISCOVERY),
    "response_types_supported": ('what may be asked for; "code" is the code flow', DISCOVERY),
    "response_modes_supported": ("how the answer may travel", DISCOVERY),
    "grant_types_supported": ("what may be traded for tokens; without it: authorization_code and implicit", DISCOVERY),
    "subject_types_supported": ("whether sub is the same for every app (public) or differs from app to app (pairwise)", DISCOVERY),
    "id_token_signing_alg_values_supported": ("algorithms that ID tokens may be signed with", DISCOVERY),
    "userinfo_signing_alg_values_supported": ("algorithms that userinfo answers may be signed with", DISCOVERY),
    "request_object_signing_alg_values_supported": ("algorithms that request objects may be signed with", DISCOVERY),
    "dpop_signing_alg_values_supported": ("algorithms for proofs of possession", "https://www.rfc-editor.org/rfc/rfc9449#section-5.1"),
    "token_endpoint_auth_methods_supported": ("how the app may show its secret; without it: client_secret_basic", DISCOVERY),
    "claims_supported": ("claims that may be sent; a promise of none of them", DISCOVERY),
    "claims_parameter_supported": ('whether single claims may be asked for by "claims"', DISCOVERY),
    "request_parameter_supported": ('whether the request may be a signed object, "request"', DISCOVERY),
    "request_uri_parameter_supported": ('whether it may be named by "request_uri"; without it: yes', DISCOVERY),
    "require_request_uri_registration": ('whether a "request_uri" must be known before', DISCOVERY),
    "code_challenge_methods_supported": ("PKCE methods; without it a strict app may take PKCE for unsupported", SERVER),
    "authorization_response_iss_parameter_supported": ("whether the answer names its issuer, against mix-up", "https://www.rfc-editor.org/rfc/rfc9207#section-3"),
    "frontchannel_logout_supported": ("whether the issuer opens the app's logout page in a frame", _FRONT),
    "frontchannel_logout_session_supported": ("whether it says there which session ends", _FRONT),
    "backchannel_logout_supported": ("whether the issuer calls the app when somebody signs out", _BACK),
    "backchannel_logout_session_supported": ("whether it says there which session ends", _BACK),
    "tls_client_certificate_bound_access_tokens": ("whether access tokens can be tied to a certificate", "https://www.rfc-editor.org/rfc/rfc8705#section-3.3"),
}  # fmt: skip
"""Each member in a few words, and the specification that defines it."""
