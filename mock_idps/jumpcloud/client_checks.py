"""Client authentication: exactly one method per app, and Hydra names both when the other one is used.

Source: github.com/ory/fosite v0.49.0, client_authentication.go; that JumpCloud's apps have exactly one method:
jumpcloud.com/support/sso-with-oidc. None of these refusals uses up the code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from mock_idps.core.refusal import Refusal
from mock_idps.core.token_request import basic, client_known, secret_matches
from mock_idps.jumpcloud import regions

if TYPE_CHECKING:
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenCheck, TokenRequest

_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def method_of(app: AppRegistration) -> str:
    """The app's client authentication type; one that was left open counts as Client Secret Basic."""
    return app.auth_method or "client_secret_basic"


def credentials_readable(_: Service, request: TokenRequest) -> None:
    """There are credentials, or a client id at least; both halves of Basic are form-encoded (RFC 6749, 2.3.1)."""
    halves = basic(request.headers)
    if halves is None:
        request.client_id, request.client_secret = request.get("client_id"), request.get("client_secret")
        if not request.client_id:
            raise Refusal("credentials_missing")
        return
    for half, text in zip(("id", "secret"), halves, strict=True):
        if _BAD_ESCAPE.search(text):
            raise Refusal("credentials_undecodable", half=half)
    request.client_id, request.client_secret = unquote_plus(halves[0]), unquote_plus(halves[1])


def client_of_region(_: Service, request: TokenRequest) -> None:
    """The app is active and belongs to an organisation of this region."""
    if request.tenant is None or request.issuer != regions.REGIONS[request.tenant.region].issuer:
        raise Refusal("token_client_unknown")
    if request.registered().state != "active":
        raise Refusal("client_inactive")


def method_is_the_registered_one(_: Service, request: TokenRequest) -> None:
    """The method used is the app's; the body is looked at first, then the header."""
    registered, halves = method_of(request.registered()), basic(request.headers)
    if request.get("client_id") and request.get("client_secret") and registered != "client_secret_post":
        raise Refusal("auth_method_mismatch", registered=registered, used="client_secret_post")
    if halves is not None and halves[1] and registered != "client_secret_basic":
        raise Refusal("auth_method_mismatch", registered=registered, used="client_secret_basic")


ORDER: tuple[TokenCheck, ...] = (
    credentials_readable,
    client_known,
    client_of_region,
    method_is_the_registered_one,
    secret_matches,
)
"""fosite's order."""
