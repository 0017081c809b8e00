"""What a provider answers that says no more than the specifications ask for; a vendor's own table overrides row by row.

Codes and statuses: RFC 6749, 4.1.2.1 and 5.2; OIDC Core 1.0, 3.1.2.6; RFC 6750, 3.1; RFC 7636, 4.4.1 and 4.6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook

_OAUTH = "RFC 6749, 4.1.2.1"
_TOKEN = "RFC 6749, 5.2"
_OIDC = "OIDC Core 1.0, 3.1.2.6"
_BEARER = "RFC 6750, 3.1"


def _page(error: str, text: str) -> WireError:
    return WireError(error, text, "page", 400, source=_OAUTH)


def _redirect(error: str, text: str, source: str = _OAUTH) -> WireError:
    return WireError(error, text, "redirect", 302, source=source)


def _inline(text: str) -> WireError:
    return WireError("", text, "inline", 200, source="no specification: the sign-in page's own words")


def _body(error: str, text: str, status: int = 400) -> WireError:
    return WireError(error, text, "body", status, source=_TOKEN)


def _bearer(error: str, text: str) -> WireError:
    return WireError(error, text, "body", 401, source=_BEARER)


UNKNOWN = _page("server_error", "An unexpected error occurred.")
"""What stands in for a situation that no row words."""

REQUEST: ErrorBook = {
    "client_id_missing": _page("invalid_request", 'The parameter "{parameter}" is missing.'),
    "client_unknown": _page("invalid_client", "The client is not known."),
    "client_inactive": _page("unauthorized_client", "The client is switched off."),
    "redirect_uri_missing": _page("invalid_request", 'The parameter "{parameter}" is missing.'),
    "redirect_uri_mismatch": _page("invalid_request", "The redirect URI is not registered for this client."),
    "response_type_missing": _redirect("invalid_request", 'The parameter "{parameter}" is missing.'),
    "response_type_unsupported": _redirect("unsupported_response_type", "The response type is not supported."),
    "response_mode_unsupported": _redirect("invalid_request", "The response mode is not supported."),
    "scope_missing": _redirect("invalid_scope", 'The parameter "{parameter}" is missing.'),
    "pkce_method_unsupported": _redirect("invalid_request", "The code challenge method is not supported."),
    "pkce_missing": _redirect("invalid_request", "A code challenge is required."),
    "login_required": _redirect("login_required", "Nobody is signed in.", _OIDC),
    "cancelled": _redirect("access_denied", "The person declined."),
    "person_not_assigned": _page("access_denied", "This account may not use the application."),
    "person_of_other_tenant": _page("access_denied", "The application is for people of its own organisation only."),
    "interaction_unknown": _page("invalid_request", "This sign-in is no longer under way."),
}
"""Refusals of the authorization request."""

SIGN_IN: ErrorBook = {
    "person_unknown": _inline("The user name or password is wrong."),
    "password_wrong": _inline("The user name or password is wrong."),
    "person_locked": _inline("The account is locked."),
    "person_disabled": _inline("The account is disabled."),
}
"""Refusals on the sign-in page; any other state of a person is worded as "person_disabled"."""

TOKEN: ErrorBook = {
    "grant_type_missing": _body("invalid_request", 'The parameter "{parameter}" is missing.'),
    "grant_type_unsupported": _body("unsupported_grant_type", "The grant type is not supported."),
    "two_credentials": _body("invalid_request", "The client authenticated in more than one way."),
    "token_client_unknown": _body("invalid_client", "The client is not known.", 401),
    "credentials_missing": _body("invalid_client", "The client did not authenticate.", 401),
    "auth_method_mismatch": _body("invalid_client", "The client is registered for another method.", 401),
    "secret_wrong": _body("invalid_client", "The client's credentials are wrong.", 401),
    "secret_expired": _body("invalid_client", "The client's credentials have expired.", 401),
    "code_unknown": _body("invalid_grant", "The code is not valid."),
    "code_expired": _body("invalid_grant", "The code has expired."),
    "code_used": _body("invalid_grant", "The code was used before."),
    "code_of_other_client": _body("invalid_grant", "The code was issued to another client."),
    "redirect_uri_differs": _body("invalid_grant", "The redirect URI is not the one of the authorization request."),
    "pkce_unasked": _body("invalid_grant", "No code challenge was sent."),
    "pkce_verifier_missing": _body("invalid_grant", "The code verifier is missing."),
    "pkce_verifier_wrong": _body("invalid_grant", "The code verifier does not fit."),
    "refresh_unknown": _body("invalid_grant", "The refresh token is not valid."),
}
"""Refusals of the token endpoint."""

BEARER: ErrorBook = {
    "bearer_missing": _bearer("invalid_request", "No access token was sent."),
    "bearer_unknown": _bearer("invalid_token", "The access token is not valid."),
    "bearer_revoked": _bearer("invalid_token", "The access token was revoked."),
    "bearer_expired": _bearer("invalid_token", "The access token has expired."),
}
"""Refusals of userinfo."""

ERRORS: ErrorBook = {**REQUEST, **SIGN_IN, **TOKEN, **BEARER}
"""Everything, by situation."""
