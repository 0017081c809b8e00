"""What Entra says on the way through the sign-in pages, under prompt=none, and what it said in earlier years.

Sources as in errors.py: DOCS for numbers, captures row by row for wordings and places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.entra.errors import (
    BLOCKED,
    CONSENT_CAPTURE,
    DOCS,
    ENROL,
    MFA,
    NO_CONSENT,
    REQUEST,
    inline,
    page,
    redirect,
)

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

NOT_HERE = (
    "User account '{login}' from identity provider '{idp}' does not exist in tenant '{tenant}' and cannot access "
    "the application '{client_id}'({app_name}) in that tenant. The account needs to be added as an external user in "
    "the tenant first. Sign out and sign in again with a different Azure Active Directory user account."
)

SIGN_IN: ErrorBook = {
    "person_unknown": inline(
        "50034",
        "This username may be incorrect. Make sure you typed it correctly. Otherwise, contact your admin.",
        "the number: DOCS; the sentence on the page is not in a stored capture",
    ),
    "password_wrong": inline(
        "50126",
        "Your account or password is incorrect. If you don't remember your password, reset it now.",
        "the number: DOCS; the sentence on the page is not in a stored capture",
    ),
    "person_locked": inline(
        "50053",
        "Your account is temporarily locked to prevent unauthorized use. Try again later, and if you still have "
        "trouble, contact your admin.",
        "the number: DOCS; the sentence on the page is not in a stored capture",
    ),
    "person_disabled": inline(
        "50057", "Your account has been locked. Contact your support person to unlock it, then try again."
    ),
    "person_invited": page(
        "50014",
        "access_denied",
        "The user's redemption is in a pending state. The guest user account is not fully created yet.",
    ),
    "code_wrong": inline("500121", "You didn't enter the expected verification code. Please try again."),
    "person_not_here": page("50020", "access_denied", NOT_HERE, "https://github.com/nextauthjs/next-auth/issues/7447"),
    "consent_from_elsewhere": redirect("50020", "access_denied", NOT_HERE, CONSENT_CAPTURE),
    "person_not_assigned": page(
        "50105",
        "access_denied",
        "Your administrator has configured the application {app_name} ('{client_id}') to block users unless they are "
        "specifically granted ('assigned') access to the application. The signed in user '{login}' is blocked because "
        "they are not a direct member of a group with access, nor had access directly assigned by an administrator. "
        "Please contact your administrator to assign access to this application.",
        "https://github.com/nextauthjs/next-auth/issues/5455",
    ),
    "access_blocked": page("53003", "access_denied", BLOCKED),
    "device_not_compliant": page(
        "53000", "access_denied", "Your device is required to be compliant to access this resource."
    ),
    "admin_consent_needed": page(
        "90094",
        "access_denied",
        "Administrator consent is required.",
        "https://github.com/MicrosoftDocs/azure-docs/issues/41053",
    ),
    "consent_declined": redirect(
        "65004", "access_denied", "User declined to consent to access the app.", CONSENT_CAPTURE
    ),
    "cancelled": WireError(
        "access_denied",
        "",
        "redirect",
        302,
        members={"error_subcode": "cancel"},
        source="https://github.com/AzureAD/microsoft-identity-web/issues/125",
    ),
}
"""Refusals on the way through the sign-in pages."""

SILENT: ErrorBook = {
    "login_required": redirect(
        "50058",
        "login_required",
        "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session "
        "were not sent in the request to Azure AD. This can happen if the user is using Internet Explorer or Edge, and "
        "the web app sending the silent sign-in request is in different IE security zone than the Azure AD endpoint "
        "(login.microsoftonline.com).",
        "https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/3655",
    ),
    "account_ambiguous": redirect(
        "16000",
        "interaction_required",
        "Either multiple user identities are available for the current request or selected account is not supported for "
        "the scenario.",
        "github.com/AzureAD/microsoft-authentication-library-for-js lib/msal-common",
    ),
    "silent_mfa": redirect("50076", "interaction_required", MFA),
    "silent_enrolment": redirect("50079", "interaction_required", ENROL),
    "silent_consent": redirect("65001", "interaction_required", NO_CONSENT),
    "silent_password": redirect("50055", "interaction_required", "The password is expired."),
    "silent_account": redirect("50057", "interaction_required", "The user account is disabled."),
    "silent_not_assigned": redirect(
        "50105",
        "interaction_required",
        "The signed in user '{login}' is not assigned to a role for the application '{client_id}'({app_name}).",
        "a redirect captured on 2020-07-14, github.com/nais/device",
    ),
    "silent_blocked": redirect("53003", "interaction_required", BLOCKED),
}
"""What an app is told that asked with prompt=none."""

OLDER: ErrorBook = {
    "consent_declined": redirect(
        "65004",
        "consent_required",
        "The resource owner or authorization server denied the request.",
        "https://github.com/AzureAD/microsoft-authentication-library-for-dotnet/issues/1736",
    ),
    "login_required": redirect(
        "50058", "login_required", "Session information is not sufficient for single-sign-on.", DOCS
    ),
    "redirect_uri_mismatch": page(
        "50011",
        "invalid_client",
        "The reply URL specified in the request does not match the reply URLs configured for the application: "
        "'{client_id}'.{more}",
        "https://github.com/alexandrtovmach/react-microsoft-login/issues/121",
    ),
    "person_not_assigned": redirect(
        "50105",
        "interaction_required",
        "The signed in user '{login}' is not assigned to a role for the application '{client_id}'({app_name}).",
        "a redirect captured on 2020-07-14, github.com/nais/device",
    ),
}
"""Earlier wordings and places of the same situations: tenant setting "error_texts": "older"."""

ERRORS: ErrorBook = {**REQUEST, **SIGN_IN, **SILENT}
"""Everything said in the browser."""
