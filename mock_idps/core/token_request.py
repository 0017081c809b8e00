"""The token endpoint: reading a request, client authentication, and the checks a vendor may order."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

from mock_idps.core.refusal import Refusal
from mock_idps.core.service import TurnedDown

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.requests import Request

    from mock_idps.core.grants import Code, RefreshToken
    from mock_idps.core.model import AppRegistration, Tenant
    from mock_idps.core.service import Issuer, Service


@dataclass(slots=True)
class TokenRequest:
    """A token request (RFC 6749, 4.1.3) as it came, and what the checks found out about it.

    `method` is the client authentication used: "client_secret_basic", "client_secret_post", "none", or "several".
    """

    form: dict[str, str]
    headers: Headers
    method: str
    client_id: str
    client_secret: str
    issuer: Issuer | None = None
    tenant: Tenant | None = None
    app: AppRegistration | None = None
    code: Code | None = None
    refresh_token: RefreshToken | None = None
    extra: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """A form parameter, or "" when it is absent."""
        return self.form.get(name, "")

    def registered(self) -> AppRegistration:
        """The app, once the client is known."""
        if self.app is None:
            raise LookupError("the request's app is not known yet; order client_known before this check")
        return self.app

    def granted(self) -> Code:
        """The code, once `code_known` has passed."""
        if self.code is None:
            raise LookupError("the request's code is not known yet; order code_known before this check")
        return self.code


TokenCheck = Callable[["Service", TokenRequest], None]
"""One check of the token request; raises Refusal."""


async def read(request: Request) -> TokenRequest:
    """Read a token request; both halves of Basic credentials are form-decoded (RFC 6749, 2.3.1)."""
    posted = await request.form()
    form = {name: value for name, value in posted.multi_items() if isinstance(value, str)}
    sent = basic(request.headers)
    halves = sent and (unquote_plus(sent[0]), unquote_plus(sent[1]))
    in_body = "client_secret" in form
    if halves:
        return TokenRequest(form, request.headers, "several" if in_body else "client_secret_basic", *halves)
    method = "client_secret_post" if in_body else "none"
    return TokenRequest(form, request.headers, method, form.get("client_id", ""), form.get("client_secret", ""))


def basic(headers: Headers) -> tuple[str, str] | None:
    """The two halves of a Basic header as sent, not yet form-decoded (RFC 7617, 2); None where there is none."""
    scheme, _, encoded = headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "basic":
        return None
    try:
        name, colon, secret = base64.b64decode(encoded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, secret) if colon else None


def run(checks: Sequence[TokenCheck], service: Service, request: TokenRequest) -> None:
    """Run a vendor's checks in its order; the service remembers whether the newest request passed them.

    Raises:
        Refusal: By the first check that fails.
    """
    try:
        for check in checks:
            check(service, request)
    except Refusal as refusal:
        service.turned_down = TurnedDown(request.client_id, request.method, refusal.situation, refusal.detail)
        raise
    service.turned_down = None


def grant_type_present(_: Service, request: TokenRequest) -> None:
    """`grant_type` is there."""
    if not request.get("grant_type"):
        raise Refusal("grant_type_missing", parameter="grant_type")


def grant_type_supported(_: Service, request: TokenRequest) -> None:
    """`grant_type` is one that a web app uses here."""
    if request.get("grant_type") not in {"authorization_code", "refresh_token"}:
        raise Refusal("grant_type_unsupported", grant=request.get("grant_type"))


def one_credential(_: Service, request: TokenRequest) -> None:
    """The client authenticates by one method only (RFC 6749, 2.3)."""
    if request.method == "several":
        raise Refusal("two_credentials", client_id=request.client_id)


def client_known(service: Service, request: TokenRequest) -> None:
    """The client id names an app: of the request's tenant where the issuer has one, else of any."""
    if request.tenant is not None:
        request.app = request.tenant.app(request.client_id)
    elif found := service.directory.app(request.client_id):
        request.tenant, request.app = found
    if request.app is None:
        raise Refusal("token_client_unknown", client_id=request.client_id)


def secret_present(_: Service, request: TokenRequest) -> None:
    """A confidential client brings its secret."""
    if request.method == "none" and request.registered().auth_method != "none":
        raise Refusal("credentials_missing", client_id=request.client_id)


def method_registered(_: Service, request: TokenRequest) -> None:
    """The authentication method is the registered one, where the vendor allows only one per app."""
    registered = request.registered().auth_method
    if registered is not None and request.method != registered:
        raise Refusal("auth_method_mismatch", registered=registered, used=request.method, client_id=request.client_id)


def secret_matches(_: Service, request: TokenRequest) -> None:
    """The secret is the app's."""
    app = request.registered()
    if app.auth_method == "none":
        return
    if not hmac.compare_digest(request.client_secret.encode(), app.client_secret.encode()):
        raise Refusal("secret_wrong", client_id=request.client_id, app_name=app.name)


def secret_alive(_: Service, request: TokenRequest) -> None:
    """The secret has not expired at the vendor."""
    if request.registered().settings.get("secret_expired"):
        raise Refusal("secret_expired", client_id=request.client_id, app_name=request.registered().name)


def code_known(service: Service, request: TokenRequest) -> None:
    """The code was issued here."""
    request.code = service.grants.codes.get(request.get("code"))
    if request.code is None:
        raise Refusal("code_unknown")


def code_fresh(service: Service, request: TokenRequest) -> None:
    """The code has not expired."""
    if request.granted().expired(service.now()):
        raise Refusal("code_expired")


def code_unused(_: Service, request: TokenRequest) -> None:
    """The code was not redeemed before (RFC 6749, 4.1.2)."""
    if request.granted().used:
        raise Refusal("code_used")


def code_of_client(_: Service, request: TokenRequest) -> None:
    """The code was issued to this client (RFC 6749, 4.1.3)."""
    if request.granted().app.client_id != request.registered().client_id:
        raise Refusal("code_of_other_client", client_id=request.client_id)


def redirect_uri_same(_: Service, request: TokenRequest) -> None:
    """`redirect_uri` equals the one of the authorization request (RFC 6749, 4.1.3)."""
    asked = request.granted().request.get("redirect_uri")
    if request.get("redirect_uri") != asked:
        raise Refusal("redirect_uri_differs", redirect_uri=request.get("redirect_uri"), client_id=request.client_id)


def pkce_verifier_fits(_: Service, request: TokenRequest) -> None:
    """`code_verifier` answers the `code_challenge` (RFC 7636, 4.6)."""
    challenge = request.granted().request.get("code_challenge")
    verifier = request.get("code_verifier")
    if not challenge:
        if verifier:
            raise Refusal("pkce_unasked")
        return
    if not verifier:
        raise Refusal("pkce_verifier_missing", parameter="code_verifier")
    method = request.granted().request.get("code_challenge_method") or "plain"
    if not hmac.compare_digest(_challenge(verifier, method), challenge.encode()):
        raise Refusal("pkce_verifier_wrong")


def _challenge(verifier: str, method: str) -> bytes:
    if method == "plain":
        return verifier.encode()
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
