"""Ory fosite's wording: a base text per error name, a hint after it, and single quotes for double ones.

Source: github.com/ory/fosite v0.49.0, errors.go; the rule fits both answers of JumpCloud itself that are public
(github.com/kviklet/kviklet/issues/275, app.sourcebot.dev/chat/cmmyp5bsc0001n37tvx8dz4bp).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mock_idps.core.refusal import WireError

if TYPE_CHECKING:
    from mock_idps.core.refusal import Place

FOSITE = "github.com/ory/fosite v0.49.0"
HYDRA = "github.com/ory/hydra v2.2.0"

BASE = {
    "access_denied": "The resource owner or authorization server denied the request.",
    "consent_required": "The Authorization Server requires End-User consent.",
    "error": "The error is unrecognizable",
    "insufficient_entropy": (
        "The request used a security parameter (e.g., anti-replay, anti-csrf) with insufficient entropy."
    ),
    "invalid_client": (
        "Client authentication failed (e.g., unknown client, no client authentication included, or unsupported "
        "authentication method)."
    ),
    "invalid_grant": (
        "The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is "
        "invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was "
        "issued to another client."
    ),
    "invalid_request": (
        "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more "
        "than once, or is otherwise malformed."
    ),
    "invalid_scope": "The requested scope is invalid, unknown, or malformed.",
    "invalid_state": "The state is missing or does not have enough characters and is therefore considered too weak.",
    "invalid_token": "Token expired.",
    "login_required": "The Authorization Server requires End-User authentication.",
    "registration_not_supported": "The OP does not support use of the registration parameter.",
    "request_forbidden": "The request is not allowed.",
    "request_unauthorized": "The request could not be authorized.",
    "scope_not_granted": "The token was not granted the requested scope.",
    "server_error": (
        "The authorization server encountered an unexpected condition that prevented it from fulfilling the request."
    ),
    "token_inactive": "Token is inactive because it is malformed, expired or otherwise invalid.",
    "unauthorized_client": "The client is not authorized to request a token using this method.",
    "unsupported_response_mode": (
        "The authorization server does not support obtaining a response using this response mode."
    ),
    "unsupported_response_type": "The authorization server does not support obtaining a token using this method.",
}
"""The base text of each error name."""

DEFAULT_HINTS = {
    "access_denied": (
        "Make sure that the request you are making is valid. Maybe the credential or request parameters you are using "
        "are limited in scope or otherwise restricted."
    ),
    "invalid_request": (
        "Make sure that the various parameters are correct, be aware of case sensitivity and trim your parameters. "
        "Make sure that the client you are using has exactly whitelisted the redirect_uri you specified."
    ),
    "request_unauthorized": "Check that you provided valid credentials in the right format.",
}
"""The hint that stands where the check gives none of its own; a check's own hint replaces it."""


def said(error: str, hint: str = "") -> str:
    """The `error_description` of `error`: base text, a space, the hint."""
    hint = hint or DEFAULT_HINTS.get(error, "")
    return f"{BASE[error]} {hint}".rstrip()


def worded(
    place: Place, status: int, error: str, hint: str = "", source: str = FOSITE, *, bare: bool = False
) -> WireError:
    """One row of an error book; `bare` leaves out even the default hint."""
    return WireError(error, BASE[error] if bare else said(error, hint), place, status, source=source)
