"""What the token endpoint, userinfo and logout answer instead of what was asked for, word for word.

Texts are Ory fosite's and Hydra's unless a row names something else; which of two fosite generations answers a reused refresh
token is the switch `refresh_reuse` ("new", fosite 0.49, or "old").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.jumpcloud.wording import FOSITE, HYDRA, worded

if TYPE_CHECKING:
    from mock_idps.core.refusal import ErrorBook, WireError

_REQUEST = f"{FOSITE} access_request_handler.go"
_CLIENT = f"{FOSITE} client_authentication.go"
_CODE = f"{FOSITE} handler/oauth2/flow_authorize_code_token.go"
_REFRESH = f"{FOSITE} handler/oauth2/flow_refresh.go"
_OLD_REFRESH = "github.com/ory/fosite v0.48.0 handler/oauth2/flow_refresh.go"
_PKCE = f"{FOSITE} handler/pkce/handler.go"
_GONGCLI = "github.com/fyne-coder/gongcli_mcp docs/runbooks/jumpcloud-claude-direct-success-rca-2026-05-31.md (JumpCloud itself)"


def _grant(hint: str, source: str) -> WireError:
    return worded("body", 400, "invalid_grant", hint, source)


def _request(hint: str, source: str = _REQUEST) -> WireError:
    return worded("body", 400, "invalid_request", hint, source)


def _client(hint: str = "", source: str = _CLIENT) -> WireError:
    return worded("body", 401, "invalid_client", hint, source)


REQUEST: ErrorBook = {
    "method_not_post": _request("HTTP method is '{method}', expected 'POST'."),
    "body_empty": _request("The POST body can not be empty."),
    "grant_type_missing": _request("Request parameter 'grant_type' is missing"),
    "grant_type_unsupported": _request(""),
    "back_end_fault": worded("body", 500, "server_error"),
}
"""Refusals of the request's form."""

CLIENT: ErrorBook = {
    "credentials_undecodable": _request(
        "The client {half} in the HTTP authorization header could not be decoded from "
        "'application/x-www-form-urlencoded'.",
        _CLIENT,
    ),
    "credentials_missing": _request(
        "Client credentials missing or malformed in both HTTP Authorization header and HTTP POST body.", _CLIENT
    ),
    "token_client_unknown": _client(),
    "client_inactive": _client(source="not known; taken for a deleted client"),
    "secret_wrong": _client(),
    "auth_method_mismatch": _client(
        "The OAuth 2.0 Client supports client authentication method '{registered}', but method '{used}' was requested. "
        "You must configure the OAuth 2.0 client's 'token_endpoint_auth_method' value to accept '{used}'.",
        f"{_GONGCLI}; {_CLIENT}",
    ),
}
"""Refusals of the client; a wrong secret and an unknown client are one and the same on the wire."""

CODE: ErrorBook = {
    "code_unknown": _grant("", f"{_CODE}; {_GONGCLI}"),
    "code_expired": _grant("", _CODE),
    "code_used": _grant("The authorization code has already been used.", _CODE),
    "code_of_other_client": _grant(
        "The OAuth 2.0 Client ID from this request does not match the one from the authorize request.", _CODE
    ),
    "redirect_uri_differs": _grant(
        "The 'redirect_uri' from this request does not match the one from the authorize request.", _CODE
    ),
    "pkce_missing": _request(
        "This client must include a code_challenge when performing the authorize code flow, but it is missing.", _PKCE
    ),
    "pkce_record_gone": _grant("Unable to find initial PKCE data tied to this request", _PKCE),
    "pkce_verifier_short": _grant("The PKCE code verifier must be at least 43 characters.", _PKCE),
    "pkce_verifier_long": _grant("The PKCE code verifier can not be longer than 128 characters.", _PKCE),
    "pkce_verifier_illegal": _grant(
        "The PKCE code verifier must only contain [a-Z], [0-9], '-', '.', '_', '~'.", _PKCE
    ),
    "pkce_verifier_wrong": _grant("The PKCE code challenge did not match the code verifier.", _PKCE),
    "nonce_weak": worded(
        "body",
        400,
        "insufficient_entropy",
        "Parameter 'nonce' is set but does not satisfy the minimum entropy of 8 characters.",
        f"{FOSITE} handler/openid/strategy_jwt.go",
    ),
}
"""Refusals of a code."""

REFRESH: ErrorBook = {
    "refresh_not_granted": worded(
        "body",
        400,
        "unauthorized_client",
        "The OAuth 2.0 Client is not allowed to use authorization grant 'refresh_token'.",
        _REFRESH,
    ),
    "refresh_unknown": _grant("The refresh token is malformed or not valid.", _REFRESH),
    "refresh_unknown_old": _grant("", _OLD_REFRESH),
    "refresh_expired": _grant("The refresh token expired.", _REFRESH),
    "refresh_expired_old": _grant("", _OLD_REFRESH),
    "refresh_used": _grant("The refresh token was already used.", f"{_REFRESH}; github.com/ory/hydra/issues/1831"),
    "refresh_used_old": worded("body", 401, "token_inactive", "Token validation failed.", _OLD_REFRESH),
    "refresh_without_offline": worded(
        "body",
        403,
        "scope_not_granted",
        "The OAuth 2.0 Client was not granted scope offline and may thus not perform the 'refresh_token' "
        "authorization grant.",
        _REFRESH,
    ),
    "refresh_of_other_client": _grant(
        "The OAuth 2.0 Client ID from this request does not match the ID during the initial token issuance.", _REFRESH
    ),
    "refresh_concurrent": _request(
        "Failed to refresh token because of multiple concurrent requests using the same token. "
        "Please retry the request.",
        f"{_REFRESH}; github.com/ory/hydra/issues/3004",
    ),
}
"""Refusals of a refresh token."""

TOKEN: ErrorBook = {**REQUEST, **CLIENT, **CODE, **REFRESH}
"""Everything that the token endpoint may answer instead of tokens."""

_UNAUTHORIZED = worded("body", 401, "request_unauthorized", source=f"{HYDRA} oauth2/handler.go")

USERINFO: ErrorBook = {
    "bearer_missing": _UNAUTHORIZED,
    "bearer_unknown": _UNAUTHORIZED,
    "bearer_revoked": _UNAUTHORIZED,
    "bearer_expired": worded("body", 401, "invalid_token", "The token expired.", f"{HYDRA} oauth2/handler.go"),
}
"""Refusals of userinfo."""


def _logout(hint: str, source: str = f"{HYDRA} consent/strategy_default.go") -> WireError:
    return worded("page", 302, "invalid_request", f"Logout failed because {hint}", source)


_WITHOUT_HINT = "query parameter {parameter} is set but id_token_hint is missing."

LOGOUT: ErrorBook = {
    "logout_uri_unregistered": _logout(
        "query parameter post_logout_redirect_uri is not a whitelisted as a post_logout_redirect_uri for the client.",
        "github.com/owilliams-tetrascience/ts-lib-jumpcloud-sso README (JumpCloud itself)",
    ),
    "logout_without_hint": _logout(_WITHOUT_HINT),
    "logout_hint_without_sid": _logout("query parameter id_token_hint is missing sid claim."),
    "logout_hint_of_nobody": _logout("none of the listed audiences is a registered OAuth 2.0 Client."),
    "logout_hint_illegal": worded(
        "page",
        302,
        "invalid_request",
        source=f"{HYDRA} consent/strategy_default.go (its hint is the text of a Go library, which is left out)",
    ),
}
"""Refusals of a logout: the whole of it is refused, the session lives on."""
