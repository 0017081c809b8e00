"""What Okta says on its own pages: signing in, logging out, launching an app. The app never hears of it.

Every text is from the sign-in widget or from Okta's own catalogue of OAuth errors, unless a row names something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError
from mock_idps.okta.errors import CATALOGUE, WIDGET

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook, Place


def _page(error: str, text: str, code: str, source: str = CATALOGUE, status: int = 400) -> WireError:
    return WireError(error, text, "page", status, code, source=source)


def _form(text: str, code: str = "", source: str = WIDGET, place: Place = "inline") -> WireError:
    return WireError("", text, place, 200, code, source=source)


SIGN_IN: ErrorBook = {
    "field_blank": _form("This field cannot be left blank"),
    "sign_in_failed": _form("Unable to sign in", "E0000004"),
    "password_wrong": _form("Password is incorrect"),
    "person_locked": _form("Your account is locked because of too many authentication attempts.", "E0000069"),
    "person_locked_out": _form("Your account is locked. Please contact your administrator.", "E0000119"),
    "person_not_assigned": _form("User is not assigned to this application."),
    "code_wrong": _form("Invalid code. Try again."),
    "push_rejected": _form("You have chosen to reject this login."),
    "passwords_differ": _form("New passwords must match"),
    "sign_on_denied": _form("You do not have permission to perform the requested action.", place="page"),
    "assurance_unmet": _form(
        'Unable to login to "{app_name}" at this time. For assistance, please contact your administrator.', place="page"
    ),
    "interaction_unknown": _form(
        "You have been logged out due to inactivity. Refresh or return to the sign in screen.", place="page"
    ),
    "app_denied": _form("You are not allowed to access this app. To request access, contact an admin.", place="page"),
}
"""What stands on the sign-in pages; the app never hears of it."""

LOGOUT: ErrorBook = {
    "hint_missing": _page(
        "invalid_request",
        "The 'id_token_hint' parameter is required.",
        "",
        "github.com/mogenius/renovate-operator/issues/691 (a 400 page; its text is not attested)",
    ),
    "hint_invalid": _page("invalid_token", "The id token is invalid.", "id_token_invalid", status=401),
    "hint_of_another": _page(
        "id_token_does_not_match_session",
        "The ID token subject does not match the current session's user.",
        "id_token_does_not_match_session",
    ),
    "post_logout_redirect_uri_mismatch": _page(
        "invalid_request",
        "The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings: "
        "https://{admin}/admin/app/oidc_client/instance/{client_id}#tab-general",
        "illegal_post_logout_redirect_uri_enhanced",
    ),
    "post_logout_redirect_uri_mismatch_published": _page(
        "invalid_request",
        "The 'post_logout_redirect_uri' parameter must be a Logout redirect URI in the client app settings.",
        "illegal_post_logout_redirect_uri",
    ),
}
"""Refusals of /logout: a page, never a redirect."""

LAUNCH: ErrorBook = {
    "launch_client_unknown": _page("invalid_client", "Invalid value for 'client_id' parameter.", "invalid_client_id"),
    "launch_disabled": _page(
        "idp_initated_flow_disabled", "IdP-initiated login is disabled for this client.", "idp_initated_flow_disabled"
    ),
    "launch_without_uri": _page(
        "missing_initiate_login_uri", "initiate_login_uri is missing.", "missing_initiate_login_uri"
    ),
}
"""Refusals of a tile's launch. The first error code is misspelled at Okta, too."""
