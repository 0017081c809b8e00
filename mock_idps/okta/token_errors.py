"""What Okta says at /token, /introspect and /revoke, word for word.

Every text is from Okta's own catalogue of OAuth errors, github.com/okta/okta-developer-docs
`packages/@okta/vuepress-site/data/oauth2-error-codes.json` (release 2026.08.1), unless a row names something else.
A row with the member "errorCode" is sent in the shape of Okta's API, which has no member "error".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.okta.errors import API_CODES, CATALOGUE
from mock_idps.okta.proof_errors import ASSERTION, DPOP, PUSHED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mock_idps.core.refusal import ErrorBook


def _oauth(
    error: str,
    text: str,
    code: str,
    status: int = 400,
    source: str = CATALOGUE,
    members: Mapping[str, bool] | None = None,
) -> WireError:
    return WireError(error, text, "body", status, code, members or {}, source)


def _api(code: str, text: str, status: int, source: str = API_CODES) -> WireError:
    return WireError("", text, "body", status, code, {"errorCode": code}, source)


_CODE = _oauth("invalid_grant", "The authorization code is invalid or has expired.", "invalid_authorization_code")

TOKEN: ErrorBook = {
    "code_unknown": _CODE,
    "code_expired": _CODE,
    "code_used": _CODE,
    "code_of_other_client": _oauth(
        "invalid_grant",
        "The grant was issued to another client. Please make sure the 'client_id' matches the one used at the "
        "authorize request.",
        "mismatched_client",
    ),
    "code_of_other_server": _oauth(
        "invalid_request", "The grant was issued for another authorization server.", "mismatched_authorization_server"
    ),
    "redirect_uri_differs": _oauth(
        "invalid_grant",
        "The 'redirect_uri' does not match the redirection URI used in the authorization request.",
        "mismatched_redirect_uri",
        source=f"{CATALOGUE}; github.com/ccfos/nightingale/issues/2563",
    ),
    "secret_wrong": _oauth(
        "invalid_client",
        "The client secret supplied for a confidential client is invalid.",
        "invalid_client_secret",
        401,
    ),
    "credentials_missing": _oauth("invalid_client", "No client credentials found.", "missing_client_credentials", 401),
    "auth_method_mismatch": _oauth(
        "invalid_client",
        "Client authentication failed. Either the client or the client credentials are invalid.",
        "invalid_client",
        401,
    ),
    "token_client_unknown": _api(
        "invalid_client",
        "Invalid value for 'client_id' parameter.",
        400,
        "captured token answers: github.com/blacklanternsecurity/bbot `test_module_oauth`, "
        "github.com/trufflesecurity/trufflehog okta detector",
    ),
    "basic_malformed": _oauth(
        "invalid_client",
        "Found Authentication header but was not valid client credentials.",
        "invalid_basic_auth_creds",
        401,
    ),
    "two_credentials": _oauth(
        "invalid_request",
        "Cannot supply multiple client credentials. Use one of the following: credentials in the Authorization "
        "header, credentials in the post body, or a client_assertion in the post body.",
        "multiple_client_credentials",
        401,
        f"{CATALOGUE}; member order: github.com/boylesoftware/tomcat-oidcauth/issues/6",
        {"description_first": True},
    ),
    "credentials_in_query": _oauth(
        "invalid_request",
        "Client credentials cannot be supplied via query parameters.",
        "client_credentials_in_query",
    ),
    "token_parameter_repeated": _oauth(
        "invalid_request", "The request contained multiple parameters with the same name.", "duplicate_oauth_params"
    ),
    "token_parameter_repeated_named": _oauth(
        "invalid_request",
        "Duplicate parameter provided in request. Duplicated parameters: [{parameters}].",
        "illegal_duplicated_parameters",
    ),
    "grant_type_missing": _oauth(
        "invalid_request",
        "The token request must specify a 'grant_type'. Valid values: [{valid}]",
        "token_request_missing_grant_type",
    ),
    "grant_type_unsupported": _oauth(
        "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server. Configured grant types: "
        "[authorization_code, implicit, refresh_token, password].",
        "unsupported_grant_type",
    ),
    "grant_type_not_granted": _oauth(
        "unauthorized_client",
        "The client is not authorized to use the provided grant type. Configured grant types: [{configured}].",
        "unauthorized_client",
    ),
    "pkce_verifier_missing": _oauth(
        "invalid_request", "PKCE code verifier is required by the application.", "pkce_missing_verifier"
    ),
    "pkce_unasked": _oauth(
        "invalid_request",
        "PKCE code challenge should be specified in the authorize request for code verification.",
        "pkce_missing_challenge_verifier_present",
    ),
    "pkce_verifier_wrong": _oauth("invalid_grant", "PKCE verification failed.", "pkce_verification_failed"),
    "browser_without_pkce": _oauth(
        "invalid_client",
        "Browser requests to the token endpoint must use Proof Key for Code Exchange.",
        "unsupported_auth_method_browser_request",
        401,
        f"{CATALOGUE}; github.com/authts/oidc-client-ts/issues/395",
    ),
    "browser_offline": _oauth(
        "invalid_scope",
        "Browser requests to the token endpoint may not include the offline_access scope.",
        "unsupported_scope_browser_request",
    ),
    "refresh_token_invalid": _oauth(
        "invalid_grant", "The refresh token is invalid or expired.", "invalid_refresh_token"
    ),
    "refresh_scopes_denied": _oauth(
        "access_denied",
        "Some of the scopes requested for the refresh request were not granted in the original authorize request. "
        "Denied scopes: {scopes}.",
        "refresh_scopes_denied",
    ),
    "too_many_groups": _oauth(
        "server_error",
        "The groups claim matched too many groups and must be configured to match fewer groups.",
        "too_many_groups_in_groups_claim",
        source=f"{CATALOGUE}; github.com/okta/okta-auth-js/issues/1031",
    ),
    "person_rate_limited": _oauth(
        "invalid_grant", "API call exceeded rate limit due to too many requests.", "user_rate_limited", 429
    ),
    "rate_limited": _api("E0000047", "API call exceeded rate limit due to too many requests.", 429),
    "hook_failed": _oauth("server_error", "{text}", "callback_returned_error"),
    "server_not_for_client": _oauth(
        "unauthorized_client",
        "This client cannot use a custom authorization server.",
        "org_authorization_server_only_client",
    ),
    "temporarily_unavailable": _oauth(
        "temporarily_unavailable",
        "The authorization server is currently unable to handle the request due to a temporary overloading or "
        "maintenance of the server.",
        "temporarily_unavailable",
    ),
    "server_error": _oauth(
        "server_error",
        "The authorization server encountered an unexpected condition that prevented it from fulfilling the request.",
        "server_error",
        500,
    ),
    "internal_error": _api("E0000009", "Internal Server Error", 500),
    "method_not_allowed": _api("E0000022", "The endpoint does not support the provided HTTP method", 405),
    "server_unknown": _api("E0000007", "Not found: Resource not found: {asid} (AuthorizationServer)", 404),
    "feature_not_enabled": _api(
        "E0000015",
        "You do not have permission to access the feature you are requesting",
        401,
        f"{API_CODES}; github.com/okta/okta-cli/pull/371, github.com/nextauthjs/next-auth/issues/7656",
    ),
    **ASSERTION,
    **DPOP,
    **PUSHED,
}
"""Refusals of programs' requests, by situation."""
