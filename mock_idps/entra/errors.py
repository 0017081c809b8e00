"""What Entra says at /authorize and on the sign-in pages, row by row with the place where it shows.

Numbers and meanings: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes (DOCS). Wordings and
places are from captures, named row by row. `code` is the AADSTS number; the wire text is "AADSTS{code}: {description}".
Microsoft warns that numbers and texts change, so an app must look at `error` only; `OLDER` holds earlier wordings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mock_idps.core.refusal import WireError

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

DOCS = "https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes"
FLOW = "https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow"
CAPTURED = "github.com/calvinchengx/entra-emulator e2e/differential/testdata/fixtures, captured 2026-08-13"
RECORDED = "recorded HTTP of github.com/Azure/azure-sdk-for-js, 2021-10-29"
CONSENT_CAPTURE = "https://github.com/MicrosoftDocs/azure-docs/issues/114009"
BLOCKED = "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance."
NO_CONSENT = (
    "The user or administrator has not consented to use the application with ID '{client_id}' named '{app_name}'. "
    "Send an interactive authorization request for this user and resource."
)
NO_TENANT = (
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct "
    "cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the "
    "tenant."
)
NO_APP = (
    "Application with identifier '{client_id}' was not found in the directory '{tenant}'. This can happen if the "
    "application has not been installed by the administrator of the tenant or consented to by any user in the tenant. "
    "You may have sent your authentication request to the wrong tenant."
)
NEEDED = "The request body must contain the following parameter: '{parameter}'."
MFA = (
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use "
    "multi-factor authentication to access '{resource}'."
)
ENROL = (
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll "
    "in multifactor authentication to access '{resource}'."
)
LOOP = (
    "The server terminated an operation because it encountered a client request loop. Please contact your app vendor."
)
NO_SLASH = " More details: Reply address did not match because requested address did not have a trailing slash."
DISABLED_APP = "Application '{client_id}'({app_name}) is disabled."


def page(code: str, error: str, text: str, source: str = DOCS) -> WireError:
    """A dead end: the app never hears of it. The pages' HTTP status is not captured anywhere; 200 is a choice."""
    return WireError(error, text, "page", 200, code, source=source)


def redirect(code: str, error: str, text: str, source: str = DOCS) -> WireError:
    """An error that goes back to the app."""
    return WireError(error, text, "redirect", 302, code, source=source)


def inline(code: str, text: str, source: str = DOCS) -> WireError:
    """A message on the sign-in page itself; the AADSTS number stays in the page's configuration."""
    return WireError("invalid_grant", text, "inline", 200, code, source=source)


def body(code: str, error: str, text: str, source: str = DOCS, **members: Any) -> WireError:
    """A JSON error: 401 for invalid_client, else 400."""
    return WireError(error, text, "body", 401 if error == "invalid_client" else 400, code, members, source)


REQUEST: ErrorBook = {
    "tenant_unknown": page("90002", "invalid_request", NO_TENANT),
    "client_id_missing": page("900144", "invalid_request", NEEDED),
    "response_type_missing": page("900144", "invalid_request", NEEDED),
    "scope_missing": page("900144", "invalid_request", NEEDED),
    "client_unknown": page(
        "700016", "unauthorized_client", NO_APP, "https://github.com/OneDrive/onedrive-api-docs/issues/950"
    ),
    "client_inactive": page("7000112", "unauthorized_client", DISABLED_APP),
    "single_tenant_app": page(
        "50194",
        "invalid_request",
        "Application '{client_id}'({app_name}) is not configured as a multi-tenant application. Usage of the /common "
        "endpoint is not supported for such applications created after '10/15/2018'. Use a tenant-specific endpoint or "
        "configure the application to be multi-tenant.",
    ),
    "redirect_uri_missing": page("900971", "invalid_request", "No reply address provided."),
    "redirect_uri_mismatch": page(
        "50011",
        "invalid_client",
        "The redirect URI '{redirect_uri}' specified in the request does not match the redirect URIs configured for the "
        "application '{client_id}'. Make sure the redirect URI sent in the request matches one added to your "
        "application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how "
        "to fix this.",
        "https://github.com/unoplatform/uno.todo/issues/180",
    ),
    "response_type_unsupported": redirect(
        "70005", "unsupported_response_type", "response_type '{response_type}' is not enabled for the application"
    ),
    "id_token_not_enabled": redirect(
        "700054",
        "unsupported_response_type",
        "response_type 'id_token' is not enabled for the application.",
        "https://github.com/AzureADQuickStarts/AppModelv2-WebApp-OpenIDConnect-nodejs/issues/36",
    ),
    "id_token_not_enabled_here": page(
        "700054",
        "unsupported_response_type",
        "response_type 'id_token' is not enabled for the application.",
        "https://github.com/OfficeDev/microsoft-teams-faqplusplus-app/issues/103",
    ),
    "token_not_enabled": redirect(
        "700051", "unsupported_response_type", "response_type 'token' is not enabled for the application."
    ),
    "response_mode_unsupported": page(
        "70007",
        "invalid_request",
        "'{response_mode}' is not a supported value of 'response_mode' when requesting a token.",
    ),
    "resource_not_supported": page("901002", "invalid_request", "The 'resource' request parameter is not supported."),
    "challenge_size": page("501491", "invalid_request", "Invalid size of Code_Challenge parameter."),
    "pkce_method_unsupported": page("50149", "invalid_request", "Invalid Code_Challenge_method parameter."),
    "prompt_unsupported": page("90023", "invalid_request", "Unsupported 'prompt' value."),
    "nonce_missing": page("90014", "invalid_request", "The required field 'nonce' is missing from the request."),
    "scope_unknown": redirect(
        "650053",
        "invalid_client",
        "The application '{app_name}' asked for scope '{scope}' that doesn't exist on the resource "
        "'00000003-0000-0000-c000-000000000000'. Contact the app vendor.",
        "wordings quoted in public redirect captures of AADSTS650053",
    ),
    "resource_not_permitted": redirect(
        "650057",
        "invalid_client",
        "Invalid resource. The client has requested access to a resource which is not listed in the requested "
        "permissions in the client's application registration. Client app ID: {client_id}({app_name}). Resource value "
        "from request: {resource}.",
    ),
    "post_only": page("900561", "invalid_request", "The endpoint only accepts POST requests. Received a GET request."),
    "interaction_unknown": page("50089", "invalid_request", "Authentication failed due to flow token expired."),
    "loop_detected": page("50196", "invalid_request", LOOP, "https://github.com/pnp/powershell/issues/2995"),
    "service_unavailable": redirect(
        "90033", "temporarily_unavailable", "A transient error has occurred. Please try again."
    ),
}
"""Refusals of the request itself."""
