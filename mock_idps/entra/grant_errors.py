"""What Entra says at the token endpoint of a code, a refresh token or a person: JSON bodies, row by row.

Sources and statuses as in token_errors.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.entra.errors import BLOCKED, ENROL, MFA, NO_CONSENT, RECORDED, body

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

CHALLENGE = '{"access_token":{"polids":{"essential":true,"values":["5c0ffee0-0000-4000-8000-00000000ca01"]}}}'
"""What an app hands on as `claims` of its next authorization request; the id is that of a policy."""

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
    "code_of_person_expired": body(
        "70000",
        "invalid_grant",
        "The provided value for the 'code' parameter is not valid. The code has expired.",
        "https://github.com/spencerwooo/onedrive-cf-index/issues/25",
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
        lookup=False,
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
    "token_enrolment": body(
        "50079",
        "interaction_required",
        ENROL,
        "github.com/AzureAD/microsoft-authentication-library-for-js lib/msal-common/test/test_kit/StringConstants.ts",
        lookup=False,
        suberror="basic_action",
        claims=CHALLENGE,
    ),
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
    "code_used": body(
        "70002",
        "invalid_grant",
        "Error validating credentials. AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a "
        "new valid code or use an existing refresh token.",
        "https://github.com/davidjrh/dnn.azureadprovider/issues/17",
        error_codes=[70002, 54005],
    ),
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
