"""What Entra says at the token endpoint: JSON bodies, row by row.

Numbers: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes (DOCS). "Captured" rows are from
github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures (a live tenant, 2026-08-13). Statuses: invalid_client
is 401 and everything else 400 wherever a capture shows it; the rest follows that rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mock_idps.core.refusal import WireError
from mock_idps.entra.errors import BLOCKED, DISABLED_APP, DOCS, ENROL, LOOP, MFA, NEEDED, NO_APP, NO_CONSENT, NO_TENANT

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

CAPTURED = "github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures, captured 2026-08-13"
RECORDED = "recorded HTTP of github.com/Azure/azure-sdk-for-js, 2021-10-29"


def body(code: str, error: str, text: str, source: str = DOCS, **members: Any) -> WireError:
    """A JSON error: 401 for invalid_client, else 400."""
    return WireError(error, text, "body", 401 if error == "invalid_client" else 400, code, members, source)


REQUEST: ErrorBook = {
    "token_tenant_unknown": body("90002", "invalid_request", NO_TENANT, RECORDED),
    "instance_unknown": body("50049", "invalid_instance", "Unknown or invalid instance."),
    "grant_type_missing": body("900144", "invalid_request", NEEDED),
    "grant_type_unsupported": body(
        "70003",
        "unsupported_grant_type",
        "The app requested an unsupported grant type '{grant}'.",
        CAPTURED,
        lookup=False,
    ),
    "parameter_missing": body("900144", "invalid_request", NEEDED),
    "resource_unknown": body(
        "500011",
        "invalid_resource",
        "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the "
        "application has not been installed by the administrator of the tenant or consented to by any user in the "
        "tenant. You might have sent your authentication request to the wrong tenant.",
        CAPTURED,
    ),
    "scope_invalid": body(
        "70011",
        "invalid_scope",
        "The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
    ),
    "token_loop_detected": body("50196", "invalid_request", LOOP, "https://github.com/pnp/powershell/issues/2995"),
    "token_service_unavailable": WireError(
        "temporarily_unavailable",
        "A transient error has occurred. Please try again.",
        "body",
        503,
        "90033",
        source=DOCS,
    ),
}
"""Refusals of the request itself."""

CLIENT: ErrorBook = {
    "token_client_unknown": body(
        "700016", "unauthorized_client", NO_APP, "https://github.com/12Knocksinna/Office365itpros/issues/23"
    ),
    "client_identifier_invalid": body(
        "700038", "unauthorized_client", "{client_id} is not a valid application identifier.", CAPTURED, lookup=False
    ),
    "token_client_inactive": body("7000112", "unauthorized_client", DISABLED_APP),
    "credentials_missing": body(
        "7000218",
        "invalid_client",
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
    "secret_of_public_client": body(
        "700025",
        "invalid_client",
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    ),
    "secret_wrong": body(
        "7000215",
        "invalid_client",
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not "
        "the client secret ID, for a secret added to app '{client_id}'.",
        CAPTURED,
    ),
    "secret_expired": body(
        "7000222",
        "invalid_client",
        "The provided client secret keys for app '{client_id}' are expired. Visit the Azure portal to create new keys "
        "for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: "
        "https://aka.ms/certCreds.",
        "https://github.com/liprec/vsts-release-aas/issues/119",
    ),
    "assertion_invalid": body(
        "700027", "invalid_client", "Client assertion contains an invalid signature. [Reason - The key was not found.]"
    ),
}
"""Refusals of the client."""

_SPA = "https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482"

GRANT: ErrorBook = {
    "code_unknown": body("9002313", "invalid_grant", "Invalid request. Request is malformed or invalid."),
    "code_expired": body(
        "70008",
        "invalid_grant",
        "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive "
        "authorization request for this user and resource.",
        "https://github.com/snok/django-auth-adfs/issues/245",
    ),
    "code_used": body(
        "54005",
        "invalid_grant",
        "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh "
        "token.",
        "https://github.com/AzureAD/microsoft-identity-web/issues/2328",
    ),
    "code_of_other_client": body("70000", "invalid_grant", "Provided grant is invalid or malformed."),
    "code_of_other_tenant": body(
        "700005",
        "invalid_grant",
        "Provided Authorization Code is intended to use against other tenant, thus rejected.",
    ),
    "redirect_uri_differs": body(
        "500112",
        "invalid_client",
        "The reply address '{redirect_uri}' does not match the reply address '{original}' provided when requesting "
        "Authorization code.",
        "https://github.com/snok/django-auth-adfs/issues/354",
    ),
    "pkce_verifier_wrong": body(
        "501481",
        "invalid_grant",
        "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
        "https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2694",
    ),
    "pkce_verifier_missing": body(
        "50148",
        "invalid_grant",
        "The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.",
        "https://github.com/pennersr/django-allauth/issues/2916",
    ),
    "spa_without_pkce": body(
        "9002325",
        "invalid_request",
        "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
    ),
    "spa_without_origin": body(
        "9002327",
        "invalid_request",
        "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
        _SPA,
    ),
    "web_with_origin": body(
        "9002326",
        "invalid_request",
        "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: "
        "'{origin}'.",
        _SPA,
    ),
    "refresh_token_unknown": body("9002313", "invalid_grant", "Invalid request. Request is malformed or invalid."),
    "refresh_token_idle": body(
        "700082",
        "invalid_grant",
        "The refresh token has expired due to inactivity. The token was issued on {issued} and was inactive for "
        "90.00:00:00.",
        suberror="bad_token",
    ),
    "refresh_token_of_spa": body(
        "700084",
        "invalid_grant",
        "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of "
        "1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to "
        "the sign in page. The token was issued on {issued}.",
        suberror="bad_token",
    ),
    "refresh_token_revoked": body(
        "50173",
        "invalid_grant",
        "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have "
        "changed or reset their password. The grant was issued on '{issued}' and the TokensValidFrom date (before which "
        "tokens are not valid) for this user is '{valid_from}'.",
        RECORDED,
        suberror="bad_token",
    ),
}
"""Refusals of the code or the refresh token."""

PERSON: ErrorBook = {
    "token_consent": body("65001", "invalid_grant", NO_CONSENT, suberror="consent_required"),
    "token_mfa": body("50076", "invalid_grant", MFA, suberror="basic_action"),
    "token_enrolment": body("50079", "interaction_required", ENROL, suberror="basic_action", lookup=False),
    "token_password": body("50055", "invalid_grant", "The password is expired.", suberror="user_password_expired"),
    "token_locked": body(
        "50053",
        "invalid_grant",
        "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    ),
    "token_disabled": body("50057", "invalid_grant", "The user account is disabled."),
    "token_blocked": body(
        "53003", "invalid_grant", BLOCKED, "https://github.com/OfficeDev/BotBuilder-MicrosoftTeams/issues/284"
    ),
    "token_person_unknown": body(
        "50034",
        "invalid_grant",
        "The user account {login} does not exist in the {tenant} directory. To sign into this application, the account "
        "must be added to the directory.",
        "recorded HTTP of github.com/Azure/azure-sdk-for-js",
        suberror="bad_token",
    ),
    "token_password_wrong": body(
        "50126", "invalid_grant", "Error validating credentials due to invalid username or password."
    ),
}
"""Refusals of the person."""

OLDER: ErrorBook = {
    "secret_wrong": body(
        "7000215",
        "invalid_client",
        "Invalid client secret is provided.",
        "https://github.com/oauth2-proxy/oauth2-proxy/issues/1390",
    ),
    "pkce_verifier_wrong": body(
        "50148",
        "invalid_grant",
        "The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.",
        "https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5044",
    ),
}
"""Earlier wordings: tenant setting "error_texts": "older"."""

TOKEN_ERRORS: ErrorBook = {**REQUEST, **CLIENT, **GRANT, **PERSON}
"""Everything said at the token endpoint."""
