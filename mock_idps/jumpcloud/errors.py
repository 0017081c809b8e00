"""What JumpCloud says at the authorization endpoint, and where: on its console, or at the app.

Before the redirect URI is trusted an error goes to `/oidc/error` of the console with 302 (github.com/kviklet/kviklet/issues/275),
later ones go to the app with 303. Texts are Ory fosite's and Hydra's unless a row names something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.jumpcloud.wording import FOSITE, HYDRA, worded

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

_REQUEST = f"{FOSITE} authorize_request_handler.go"
_OPENID = f"{FOSITE} handler/openid/validator.go"
_PKCE = f"{FOSITE} handler/pkce/handler.go"
_CONSENT = f"{HYDRA} consent/strategy_default.go"
_KVIKLET = "github.com/kviklet/kviklet/issues/275 (JumpCloud itself)"
_SOURCEBOT = "app.sourcebot.dev/chat/cmmyp5bsc0001n37tvx8dz4bp (JumpCloud itself)"


def _page(error: str, hint: str, source: str = _REQUEST) -> WireError:
    return worded("page", 302, error, hint, source)


def _redirect(error: str, hint: str = "", source: str = _REQUEST, *, bare: bool = False) -> WireError:
    return worded("redirect", 303, error, hint, source, bare=bare)


UNTRUSTED: ErrorBook = {
    "client_unknown": _page("invalid_client", "The requested OAuth 2.0 Client does not exist."),
    "client_inactive": _page(
        "invalid_client",
        "The requested OAuth 2.0 Client does not exist.",
        "not known; client id and secret are born with the activation (jumpcloud.com/support/sso-with-oidc)",
    ),
    "request_object_twice": _page(
        "invalid_request",
        "OpenID Connect parameters 'request' and 'request_uri' were both given, but you can use at most one.",
    ),
    "request_object": _page(
        "invalid_request",
        "OpenID Connect 'request' or 'request_uri' context was given, but the OAuth 2.0 Client does not have any "
        "JSON Web Keys registered.",
    ),
    "response_mode_unknown": _page(
        "unsupported_response_mode", "Request with unsupported response_mode '{response_mode}'."
    ),
    "redirect_uri_missing": _page(
        "invalid_request", "The 'redirect_uri' parameter is required when using OpenID Connect 1.0."
    ),
    "redirect_uri_mismatch": _page(
        "invalid_request",
        "The 'redirect_uri' parameter does not match any of the OAuth 2.0 Client's pre-registered redirect urls.",
        _KVIKLET,
    ),
    "redirect_uri_illegal": _page(
        "invalid_request",
        "The redirect URI '{redirect_uri}' contains an illegal character (for example #) or is otherwise invalid.",
    ),
}
"""Refusals that never reach the app."""

REQUEST: ErrorBook = {
    "scope_not_allowed": _redirect("invalid_scope", "The OAuth 2.0 Client is not allowed to request scope '{scope}'."),
    "audience_not_allowed": _redirect(
        "invalid_request",
        "Requested audience '{audience}' has not been whitelisted by the OAuth 2.0 Client.",
        f"{FOSITE} audience_strategy.go",
    ),
    "registration_used": _redirect("registration_not_supported"),
    "response_type_missing": _redirect(
        "unsupported_response_type", "`The request is missing the 'response_type' parameter."
    ),
    "response_type_unsupported": _redirect(
        "unsupported_response_type", "The client is not allowed to request response_type '{response_type}'."
    ),
    "response_mode_not_allowed": _redirect(
        "unsupported_response_mode", "The client is not allowed to request response_mode '{response_mode}'."
    ),
    "state_weak": _redirect(
        "invalid_state",
        "Request parameter 'state' must be at least be 8 characters long to ensure sufficient entropy.",
        _SOURCEBOT,
    ),
    "back_end_fault": _redirect("server_error", source=f"{FOSITE} errors.go"),
}
"""Refusals of the request itself, before anybody signs in."""

SESSION: ErrorBook = {
    "login_required_no_session": _redirect(
        "login_required", "Prompt 'none' was requested, but no existing login session was found.", _CONSENT
    ),
    "login_required_max_age": _redirect(
        "login_required",
        "Request failed because prompt is set to 'none' and authentication time reached 'max_age'.",
        _CONSENT,
    ),
    "login_required_other_person": _redirect(
        "login_required",
        "Request failed because subject claim from id_token_hint does not match subject from authentication session.",
        _CONSENT,
    ),
    "consent_required": _redirect(
        "consent_required", "Prompt 'none' was requested, but no previous consent was found.", _CONSENT
    ),
    "max_age_illegal": _redirect("error", source=f"{_CONSENT}; {FOSITE} errors.go"),
}
"""Refusals that depend on a session which Hydra remembers (switch `remember_login`)."""

HOPS: ErrorBook = {
    "login_verifier_used": _redirect("access_denied", "The login verifier has already been used.", _CONSENT),
    "login_verifier_unknown": _redirect(
        "access_denied", "The login verifier has already been used, has not been granted, or is invalid.", _CONSENT
    ),
    "consent_verifier_used": _redirect("access_denied", "The consent verifier has already been used.", _CONSENT),
    "consent_verifier_unknown": _redirect(
        "access_denied", "The consent verifier has already been used, has not been granted, or is invalid.", _CONSENT
    ),
    "login_expired": _redirect("request_unauthorized", "The login request has expired. Please try again.", _CONSENT),
    "consent_expired": _redirect(
        "request_unauthorized", "The consent request has expired, please try again.", _CONSENT
    ),
    "csrf_missing": _redirect("request_forbidden", "No CSRF value available in the session cookie.", _CONSENT),
    "csrf_differs": _redirect(
        "request_forbidden",
        "The CSRF value from the token does not match the CSRF value from the data store.",
        f"{_CONSENT}; github.com/ory/hydra/issues/2345",
    ),
    "person_not_assigned": _redirect(
        "access_denied",
        source="not known; fosite's default hint stands in (jumpcloud.com/support/authorize-users-to-an-sso-application)",
    ),
    "consent_denied": _redirect("access_denied", source="not known; fosite's default hint stands in"),
}
"""Refusals on the way from the console back to the app."""

ISSUING: ErrorBook = {
    "prompt_unknown": _redirect("invalid_request", "Used unknown value '[{prompt}]' for prompt parameter", _OPENID),
    "prompt_none_and_more": _redirect(
        "invalid_request",
        "Parameter 'prompt' was set to 'none', but contains other values as well which is not allowed.",
        _OPENID,
    ),
    "max_age_reached": _redirect("login_required", source=_OPENID),
    "login_required_not_again": _redirect(
        "login_required",
        "Failed to validate OpenID Connect request because prompt was set to 'login' but auth_time ('{auth_time}') "
        "happened before the authorization request ('{requested_at}') was registered, indicating that the user was "
        "not re-authenticated which is forbidden.",
        _OPENID,
    ),
    "hint_illegal": _redirect(
        "invalid_request",
        "Failed to validate OpenID Connect request as decoding id token from id_token_hint parameter failed.",
        _OPENID,
    ),
    "hint_other_person": _redirect(
        "login_required",
        "Failed to validate OpenID Connect request because the subject from provided id token from id_token_hint "
        "does not match the current session's subject.",
        _OPENID,
    ),
    "redirect_uri_insecure": _redirect(
        "invalid_request",
        "Redirect URL is using an insecure protocol, http is only allowed for hosts with suffix 'localhost', for "
        "example: http://myapp.localhost/.",
        "github.com/ory/hydra/issues/1021",
    ),
    "pkce_plain": _redirect(
        "invalid_request", "Clients must use code_challenge_method=S256, plain is not allowed.", _PKCE
    ),
    "pkce_method_unknown": _redirect(
        "invalid_request", "The code_challenge_method is not supported, use S256 instead.", _PKCE
    ),
    "pkce_missing": _redirect(
        "invalid_request",
        "This client must include a code_challenge when performing the authorize code flow, but it is missing.",
        _PKCE,
    ),
}
"""Refusals raised only after the person has typed password and second factor."""

AUTHORIZE: ErrorBook = {**UNTRUSTED, **REQUEST, **SESSION, **HOPS, **ISSUING}
"""Everything that the authorization endpoint may answer instead of a code."""
