"""What Okta says at /authorize, word for word.

Every text is from Okta's own catalogue of OAuth errors, github.com/okta/okta-developer-docs
`packages/@okta/vuepress-site/data/oauth2-error-codes.json` (release 2026.08.1), unless a row names something else.
`code` is the catalogue's key. Where an error shows comes from captures; the catalogue's status counts only where
a capture confirms it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

CATALOGUE = "github.com/okta/okta-developer-docs packages/@okta/vuepress-site/data/oauth2-error-codes.json, 2026.08.1"
WIDGET = "github.com/okta/okta-signin-widget packages/@okta/i18n and playground/mocks, 2026"
API_CODES = "github.com/okta/okta-developer-docs packages/@okta/vuepress-site/data/error-codes.json, 2026.08.1"


def _redirect(error: str, text: str, code: str, source: str = CATALOGUE) -> WireError:
    return WireError(error, text, "redirect", 302, code, source=source)


def _page(error: str, text: str, code: str, source: str = CATALOGUE, status: int = 400) -> WireError:
    return WireError(error, text, "page", status, code, source=source)


REQUEST: ErrorBook = {
    "feature_not_enabled": _page(
        "server_error",
        "The requested feature is not enabled in this environment.",
        "feature_not_enabled",
        "github.com/zeekhoo-okta/okta-django-samples/issues/25 (400, where the catalogue says 403)",
    ),
    "server_unknown": _page(
        "", "Not found: Resource not found: {asid} (AuthorizationServer)", "E0000007", API_CODES, 404
    ),
    "client_id_missing": _page("invalid_client", "Invalid value for 'client_id' parameter.", "invalid_client_id"),
    "client_unknown": _page("invalid_client", "Invalid value for 'client_id' parameter.", "invalid_client_id"),
    "client_inactive": _page(
        "invalid_client",
        "Invalid value for 'client_id' parameter.",
        "invalid_client_id",
        "github.com/okta/okta-cli/issues/373 (a 400 that does not name the cause; the text itself is not attested)",
    ),
    "request_uri_invalid": _page("invalid_request_uri", "The authorize request_uri is invalid.", "invalid_request_uri"),
    "request_uri_of_other_server": _page(
        "invalid_request_uri",
        "The request_uri was issued for another authorization server.",
        "authorize_request_uri_mismatched_authorization_server",
    ),
    "request_uri_of_other_client": _page(
        "invalid_client",
        "The 'client_id' parameter does not match the expected value for the provided request_uri.",
        "authorize_request_uri_mismatched_client",
    ),
    "rate_limited": _page("", "API call exceeded rate limit due to too many requests.", "E0000047", API_CODES, 429),
    "redirect_uri_missing": _page(
        "invalid_request",
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
        "illegal_redirect_uri",
    ),
    "redirect_uri_mismatch": _page(
        "invalid_request",
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: "
        "https://{admin}/admin/app/oidc_client/instance/{client_id}#tab-general",
        "illegal_redirect_uri_enhanced",
    ),
    "redirect_uri_mismatch_published": _page(
        "invalid_request",
        "The 'redirect_uri' parameter must be a Login redirect URI in the client app settings.",
        "illegal_redirect_uri",
    ),
    "parameter_repeated": _redirect(
        "invalid_request",
        "Duplicate parameter provided in request. Duplicated parameters: [{parameters}].",
        "illegal_duplicated_parameters",
    ),
    "request_object": _redirect(
        "request_not_supported",
        "The authorize request object is not supported by this client.",
        "request_not_supported",
    ),
    "state_missing": _redirect(
        "invalid_request", "The authentication request has an invalid 'state' parameter.", "invalid_state"
    ),
    "response_type_unsupported": _redirect(
        "unsupported_response_type",
        "The response type is not supported by the authorization server. Configured response types: [{configured}].",
        "unsupported_response_type",
    ),
    "response_type_not_granted": _redirect(
        "unauthorized_client",
        "The client is not authorized to use the provided grant type. Configured grant types: [{configured}].",
        "unauthorized_client",
    ),
    "response_mode_unsupported": _redirect(
        "unsupported_response_mode",
        "The response mode is not supported by the authorization server. "
        "Valid response modes: [query, fragment, form_post, okta_post_message].",
        "unsupported_response_mode",
    ),
    "response_mode_query_with_tokens": _redirect(
        "unsupported_response_mode",
        "'query' response mode cannot be used with either the 'id_token' or 'token' response types.",
        "unsupported_response_mode_query_with_tokens",
    ),
    "scope_missing": _redirect("invalid_scope", "No scopes were requested.", "missing_scopes"),
    "scope_missing_no_default": _redirect(
        "invalid_scope",
        "The authorization server resource does not have any configured default scopes, 'scope' must be provided.",
        "no_default_scopes",
    ),
    "scope_custom_at_org": _redirect(
        "invalid_scope", "Custom scopes are not allowed for this request.", "illegal_custom_scope"
    ),
    "scope_unknown": _redirect(
        "invalid_scope",
        "One or more scopes are not configured for the authorization server resource.",
        "no_matching_scope",
    ),
    "scope_without_openid": _redirect(
        "invalid_scope",
        "Requests for ID tokens or access tokens with OpenID scopes require the 'openid' scope.",
        "openid_scope_required",
    ),
    "nonce_missing": _redirect(
        "invalid_request",
        "The 'nonce' parameter is required for authorize requests with either the 'id_token' or 'token' "
        "response types..",
        "invalid_nonce",
    ),
    "prompt_unknown": _redirect(
        "invalid_request",
        "Invalid value for 'prompt' parameter. Supported values: [none, login, consent, enroll_authenticator]",
        "invalid_prompt",
    ),
    "prompt_none_with_zero_max_age": _redirect(
        "invalid_request",
        "'prompt' parameter must not have the value 'none' for request with 'zero' as max_age.",
        "invalid_prompt_for_zero_max_age",
    ),
    "max_age_invalid": _redirect(
        "invalid_request",
        "Invalid value for 'max_age' parameter. It should be within range 0 - 2^31-1.",
        "invalid_max_age",
    ),
    "idp_unknown": _redirect("invalid_request", "Identity provider is not valid.", "unknown_idp"),
    "pkce_missing": _redirect(
        "invalid_request", "PKCE code challenge is required by the application.", "pkce_missing_challenge"
    ),
    "pkce_challenge_illegal": _redirect(
        "invalid_request", "PKCE code challenge contains illegal characters.", "pkce_invalid_challenge"
    ),
    "pkce_method_unsupported": _redirect(
        "invalid_request",
        "PKCE code challenge method is not supported. Valid values: [S256]",
        "pkce_unsupported_code_challenge_method",
    ),
}
"""Refusals of the authorization request itself, before anybody signs in."""

DECISION: ErrorBook = {
    "person_not_assigned": _redirect(
        "access_denied",
        "User is not assigned to the client application.",
        "user_not_assigned",
        f"{CATALOGUE}; github.com/n8n-io/n8n/issues/20170 (raw Location)",
    ),
    "policy_no_match": _redirect(
        "access_denied",
        "Policy evaluation failed for this request, please check the policy configurations.",
        "no_matching_policy",
    ),
    "policy_no_scope": _redirect(
        "access_denied",
        "Policy evaluation succeeded, but all the requested scopes were rejected.",
        "no_scope_allowed",
    ),
    "policy_scope_denied": _redirect(
        "access_denied",
        "Some of the requested scopes were denied by the policy. Denied scopes: [{scopes}].",
        "scope_denied",
    ),
    "login_required": _redirect(
        "login_required", "The client specified not to prompt, but the user is not logged in.", "login_required"
    ),
    "login_required_reauthentication": _redirect(
        "login_required",
        "The client specified not to prompt, but the client app requires re-authentication or MFA.",
        "app_sign_on_required",
    ),
    "login_required_no_session": _redirect(
        "login_required",
        "A 'prompt' value of 'none' requires an existing session to successfully authorize.",
        "no_existing_session",
    ),
    "request_expired": _redirect(
        "login_required", "Request expired, please start over and try again.", "request_expired"
    ),
    "consent_required": _redirect(
        "consent_required", "The following scopes require user consent: [{scopes}].", "consent_required"
    ),
    "consent_denied": _redirect(
        "access_denied", "The resource owner or authorization server denied the request.", "access_denied"
    ),
    "too_many_groups": _redirect(
        "server_error",
        "The groups claim matched too many groups and must be configured to match fewer groups.",
        "too_many_groups_in_groups_claim",
    ),
    "hook_failed": _redirect("server_error", "{text}", "callback_returned_error"),
    "temporarily_unavailable": _redirect(
        "temporarily_unavailable",
        "The authorization server is currently unable to handle the request due to a temporary overloading or "
        "maintenance of the server.",
        "temporarily_unavailable",
    ),
    "server_error": _redirect(
        "server_error",
        "The authorization server encountered an unexpected condition that prevented it from fulfilling the request.",
        "server_error",
    ),
    "idp_link_error": _redirect("access_denied", "Error in linking or finding a linked user.", "user_link_error"),
    "idp_cancelled": _redirect("access_denied", "User canceled the social login request.", "user_canceled_request"),
    "idp_status_invalid": _redirect("access_denied", "User status is invalid.", "invalid_user_status_error"),
}
"""Refusals once it is known who is there."""
