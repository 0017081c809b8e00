"""What Okta says of client assertions, DPoP proofs and pushed requests, word for word.

Every text is from Okta's own catalogue of OAuth errors, github.com/okta/okta-developer-docs
`packages/@okta/vuepress-site/data/oauth2-error-codes.json` (release 2026.08.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.okta.errors import CATALOGUE

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook


def _row(error: str, status: int, code: str, text: str) -> WireError:
    return WireError(error, text, "body", status, code, source=CATALOGUE)


def _client(code: str, text: str) -> WireError:
    return _row("invalid_client", 401, f"client_assertion_{code}", text)


def _proof(code: str, text: str) -> WireError:
    return _row("invalid_dpop_proof", 400, f"invalid_dpop_proof_{code}", text)


ASSERTION: ErrorBook = {
    "assertion_type_invalid": _row(
        "invalid_request", 400, "client_assertion_type_invalid", "The client_assertion_type is invalid."
    ),
    "assertion_unreadable": _client("invalid_jwt", "The parsing of the client_assertion failed."),
    "assertion_issuer": _client("invalid_issuer", "The issuer claim for client_assertion is not a valid client_id."),
    "assertion_subject": _client("invalid_subject", "The subject claim for client_assertion is not a valid client_id."),
    "assertion_audience": _client(
        "invalid_audience",
        "The audience claim for client_assertion must be the endpoint invoked for the request.",
    ),
    "assertion_without_end": _client(
        "expiration_required", "The client_assertion must contain the 'exp' claim as seconds since epoch."
    ),
    "assertion_expired": _client("expired_token", "The client_assertion token is expired."),
    "assertion_too_long": _client(
        "expires_too_far_in_future", "The client_assertion token has an expiration too far into the future."
    ),
    "assertion_used": _client("already_used", "The client_assertion token has already been used."),
    "assertion_signature": _client("invalid_signature", "The client_assertion signature is invalid."),
    "assertion_algorithm": _client(
        "invalid_signature_algorithm", "The client_assertion JWT signature algorithm is invalid."
    ),
    "assertion_without_keys": _client(
        "jwks_not_configured",
        "The client does not have a JWKSet configured, but the client_assertion requires one.",
    ),
}
"""Refusals of client assertions."""

DPOP: ErrorBook = {
    "dpop_missing": _proof("missing_header", "The DPoP proof JWT header is missing."),
    "dpop_several": _proof("multiple_headers_not_allowed", "Multiple DPoP proof JWT headers are not allowed."),
    "dpop_unreadable": _proof("invalid_jwt", "The DPoP proof JWT cannot be parsed."),
    "dpop_type": _proof("invalid_type", "'typ' must be 'dpop+jwt' in the DPoP proof JWT."),
    "dpop_algorithm": _proof("invalid_signature_algorithm", "The DPoP proof JWT signature algorithm is invalid."),
    "dpop_signature": _proof("invalid_signature", "The DPoP proof JWT signature is invalid."),
    "dpop_htm": _proof("invalid_htm", "'htm' claim in the DPoP proof JWT is invalid."),
    "dpop_htu": _proof("invalid_htu", "'htu' claim in the DPoP proof JWT is invalid."),
    "dpop_iat": _proof("invalid_iat", "'iat' claim in the DPoP proof JWT is invalid."),
    "dpop_future": _proof("jwt_issued_in_future", "The DPoP proof JWT is issued in the future."),
    "dpop_old": _proof("jwt_too_old", "The DPoP proof JWT is issued more than five minutes in the past."),
    "dpop_jti": _proof("invalid_jti", "'jti' claim in the DPoP proof JWT is invalid."),
    "dpop_used": _row(
        "invalid_dpop_proof", 400, "dpop_proof_already_used", "The DPoP proof JWT has already been used."
    ),
    "dpop_ath": _row(
        "invalid_dpop_proof",
        400,
        "dpop_proof_invalid_ath",
        "'ath' claim in the DPoP proof does not match the presented access_token.",
    ),
    "dpop_binding": _row(
        "invalid_dpop_proof",
        400,
        "invalid_access_token_dpop_binding",
        "The access_token is not bound to the provided DPoP proof.",
    ),
    "dpop_scheme": _row(
        "invalid_request",
        400,
        "dpop_authentication_scheme_required",
        "The resource request must use the DPoP authentication scheme when using a DPoP bound token.",
    ),
    "dpop_token_unbound": _row(
        "invalid_token", 401, "access_token_not_dpop_bound", "The presented access_token is not DPoP bound."
    ),
    "dpop_nonce": _row("use_dpop_nonce", 400, "use_dpop_nonce", "Authorization server requires nonce in DPoP proof."),
}
"""Refusals of DPoP proofs."""

PUSHED: ErrorBook = {
    "pushed_request_uri": _row(
        "invalid_request",
        400,
        "pushed_authorization_request_uri_present",
        "The 'request_uri' parameter must not be present in the request.",
    ),
    "token_parameter_missing": _row(
        "invalid_request", 400, "request_missing_token", "The 'token' parameter is required."
    ),
}
"""Refusals of pushed requests, and of introspection and revocation without a token."""
