"""The checks of a token request, in fosite's order (v0.49.0): form, client, grant, code or refresh token, PKCE."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mock_idps.core import token_request
from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import client_checks
from mock_idps.jumpcloud.regions import switch

if TYPE_CHECKING:
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenCheck, TokenRequest
    from mock_idps.jumpcloud.regions import Region

VERIFIER_LEAST, VERIFIER_MOST = 43, 128
"""Characters of a code verifier (RFC 7636, 4.1)."""

NONCE_LEAST = 8
"""Characters that a nonce needs, if there is one."""

OFFLINE = frozenset({"offline", "offline_access"})
"""Scopes that bring a refresh token."""

_ILLEGAL = re.compile(r"[^\w.\-~]", re.ASCII)


def body_there(_: Service, request: TokenRequest) -> None:
    """The body is not empty."""
    if not request.form:
        raise Refusal("body_empty")


def back_end_works(_: Service, request: TokenRequest) -> None:
    """The back end works: switch `back_end_fault` of the app ("token")."""
    if request.registered().settings.get("back_end_fault") == "token":
        raise Refusal("back_end_fault")


def redirect_uri_same(_: Service, request: TokenRequest) -> None:
    """`redirect_uri` is the one of the authorization request, if that had one."""
    asked = request.granted().request.get("redirect_uri")
    if asked and request.get("redirect_uri") != asked:
        raise Refusal("redirect_uri_differs")


def pkce_answered(_: Service, request: TokenRequest) -> None:
    """The verifier answers the challenge. The record of the challenge is gone after the first try, whatever its end."""
    code, verifier = request.granted(), request.get("code_verifier")
    if not code.request.get("code_challenge") or code.pkce_spent:
        if verifier:
            raise Refusal("pkce_record_gone")
        if client_checks.method_of(request.registered()) == "none":
            raise Refusal("pkce_missing")
        return
    code.pkce_spent = True
    if len(verifier) < VERIFIER_LEAST:
        raise Refusal("pkce_verifier_short")
    if len(verifier) > VERIFIER_MOST:
        raise Refusal("pkce_verifier_long")
    if _ILLEGAL.search(verifier):
        raise Refusal("pkce_verifier_illegal")
    token_request.pkce_verifier_fits(_, request)


def code_unused(service: Service, request: TokenRequest) -> None:
    """The code works once; a second use revokes what the first one brought (github.com/ory/hydra/issues/3483)."""
    if request.granted().used:
        service.grants.revoke(request.granted().family)
        raise Refusal("code_used")


def code_spent(_: Service, request: TokenRequest) -> None:
    """From here on the code is used up: not a check, but its place is among them."""
    request.granted().used = True


def nonce_strong(_: Service, request: TokenRequest) -> None:
    """A nonce has at least eight characters; that is noticed only when the ID token is made."""
    asked = request.granted().request
    if "openid" in asked.words("scope") and 0 < len(asked.get("nonce").encode()) < NONCE_LEAST:
        raise Refusal("nonce_weak")


FORM: tuple[TokenCheck, ...] = (
    body_there,
    token_request.grant_type_present,
    token_request.grant_type_supported,
    *client_checks.ORDER,
    back_end_works,
)
"""What every token request passes."""

CODE: tuple[TokenCheck, ...] = (
    token_request.code_known,
    code_unused,
    token_request.code_fresh,
    token_request.code_of_client,
    redirect_uri_same,
    pkce_answered,
    code_spent,
    nonce_strong,
)
"""What the grant "authorization_code" passes besides."""


def refresh_granted(_: Service, request: TokenRequest) -> None:
    """The app has "Refresh Token" ticked (setting `refresh_token`, default False)."""
    if not request.registered().settings.get("refresh_token", False):
        raise Refusal("refresh_not_granted")


def refresh_usable(service: Service, region: Region, request: TokenRequest) -> None:
    """The refresh token is alive, of this client, and from a login with an offline scope.

    Switches: `refresh_reuse` of the region; `refresh_race_seconds` of the app (default 0): a token used again within that
    time after its rotation counts as a race of two refreshes and revokes nothing.

    Raises:
        Refusal: A situation beginning with "refresh_".
    """
    old = "_old" if switch(service, region, "refresh_reuse", "new") == "old" else ""
    found = service.grants.refresh_tokens.get(request.get("refresh_token"))
    if found is None or (found.revoked and found.replaced_at is None):
        raise Refusal(f"refresh_unknown{old}")
    if found.replaced_at is not None:
        if service.now() < found.replaced_at + int(request.registered().settings.get("refresh_race_seconds", 0)):
            raise Refusal("refresh_concurrent")
        service.grants.revoke(found.family)
        raise Refusal(f"refresh_used{old}")
    if service.now() >= found.expires_at:
        raise Refusal(f"refresh_expired{old}")
    if OFFLINE.isdisjoint(found.authentication.notes["scope"]):
        raise Refusal("refresh_without_offline")
    if found.app.client_id != request.registered().client_id:
        raise Refusal("refresh_of_other_client")
    request.refresh_token = found
