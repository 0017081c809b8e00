"""The authorization endpoint: reading a request, the checks a vendor may order, and issuing a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from mock_idps.core.grants import Authentication, Code
from mock_idps.core.refusal import Refusal

if TYPE_CHECKING:
    from starlette.requests import Request

    from mock_idps.core.model import AppRegistration, Tenant
    from mock_idps.core.service import Issuer, Service


@dataclass(slots=True)
class AuthorizationRequest:
    """An authorization request (OIDC Core 1.0, 3.1.2.1) as it came, and what the checks found out about it.

    `parameters` are the raw parameters (the first of each name; `repeated` names those sent more than once). `tenant`
    and `app` are set by `client_known`; `trusted` becomes True once the redirect URI is known to be the app's, so that
    from then on a refusal may be sent there.
    """

    parameters: dict[str, str]
    repeated: frozenset[str] = frozenset()
    issuer: Issuer | None = None
    tenant: Tenant | None = None
    app: AppRegistration | None = None
    trusted: bool = False
    path: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """A parameter, or "" when it is absent."""
        return self.parameters.get(name, "")

    def words(self, name: str) -> tuple[str, ...]:
        """A space-separated parameter as its words."""
        return tuple(self.get(name).split())

    @property
    def response_mode(self) -> str:
        """The mode asked for, or the default of the response type (OAuth 2.0 Multiple Response Types, 2.1)."""
        if mode := self.get("response_mode"):
            return mode
        return "query" if self.words("response_type") in {("code",), ()} else "fragment"

    def registered(self) -> AppRegistration:
        """The app, once `client_known` has passed."""
        if self.app is None:
            raise LookupError("the request's app is not known yet; order client_known before this check")
        return self.app

    def home(self) -> Tenant:
        """The tenant, once `client_known` has passed."""
        if self.tenant is None:
            raise LookupError("the request's tenant is not known yet; order client_known before this check")
        return self.tenant


Check = Callable[["Service", AuthorizationRequest], None]
"""One check of the authorization request; raises Refusal."""


async def read(request: Request) -> AuthorizationRequest:
    """Read an authorization request from a query or a posted form."""
    pairs = parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    if request.method == "POST":
        form = await request.form()
        pairs += [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    parameters: dict[str, str] = {}
    repeated = set()
    for name, value in pairs:
        if name in parameters:
            repeated.add(name)
        parameters.setdefault(name, value)
    return AuthorizationRequest(parameters, frozenset(repeated), path=request.scope["path"])


def run(checks: Sequence[Check], service: Service, request: AuthorizationRequest) -> None:
    """Run a vendor's checks in its order.

    Raises:
        Refusal: By the first check that fails.
    """
    for check in checks:
        check(service, request)


def client_id_present(_: Service, request: AuthorizationRequest) -> None:
    """`client_id` is there (RFC 6749, 4.1.1)."""
    if not request.get("client_id"):
        raise Refusal("client_id_missing", parameter="client_id")


def client_known(service: Service, request: AuthorizationRequest) -> None:
    """`client_id` names an app: of the request's tenant where the issuer has one, else of any."""
    client_id = request.get("client_id")
    if request.tenant is not None:
        request.app = request.tenant.app(client_id)
    elif found := service.directory.app(client_id):
        request.tenant, request.app = found
    if request.app is None:
        raise Refusal("client_unknown", client_id=client_id)


def client_active(_: Service, request: AuthorizationRequest) -> None:
    """The app was not switched off by its admin."""
    if request.registered().state != "active":
        raise Refusal("client_inactive", client_id=request.get("client_id"))


def redirect_uri_present(_: Service, request: AuthorizationRequest) -> None:
    """`redirect_uri` is there (OIDC Core 1.0, 3.1.2.1)."""
    if not request.get("redirect_uri"):
        raise Refusal("redirect_uri_missing", parameter="redirect_uri", client_id=request.get("client_id"))


def redirect_uri_registered(_: Service, request: AuthorizationRequest) -> None:
    """`redirect_uri` equals a registered one, character by character (RFC 9700, 2.1)."""
    if request.get("redirect_uri") not in request.registered().redirect_uris:
        raise Refusal(
            "redirect_uri_mismatch", redirect_uri=request.get("redirect_uri"), client_id=request.get("client_id")
        )
    request.trusted = True


def response_type_present(_: Service, request: AuthorizationRequest) -> None:
    """`response_type` is there (RFC 6749, 4.1.1)."""
    if not request.get("response_type"):
        raise Refusal("response_type_missing", parameter="response_type")


def response_type_is_code(_: Service, request: AuthorizationRequest) -> None:
    """`response_type` is "code": the flow that is rehearsed here."""
    if request.words("response_type") != ("code",):
        raise Refusal("response_type_unsupported", response_type=request.get("response_type"))


def scope_has_openid(_: Service, request: AuthorizationRequest) -> None:
    """`scope` contains "openid" (OIDC Core 1.0, 3.1.2.1)."""
    if "openid" not in request.words("scope"):
        raise Refusal("scope_without_openid", scope=request.get("scope"))


def scope_present(_: Service, request: AuthorizationRequest) -> None:
    """`scope` is there."""
    if not request.words("scope"):
        raise Refusal("scope_missing", parameter="scope")


def state_present(_: Service, request: AuthorizationRequest) -> None:
    """`state` is there; only some vendors insist."""
    if not request.get("state"):
        raise Refusal("state_missing", parameter="state")


def pkce_method_is_s256(_: Service, request: AuthorizationRequest) -> None:
    """A `code_challenge` comes with the method S256 (RFC 7636, 4.3)."""
    if request.get("code_challenge") and request.get("code_challenge_method") != "S256":
        raise Refusal("pkce_method_unsupported", method=request.get("code_challenge_method"))


def pkce_present_if_required(_: Service, request: AuthorizationRequest) -> None:
    """An app registered as requiring PKCE sends a `code_challenge`."""
    if request.registered().settings.get("pkce_required") and not request.get("code_challenge"):
        raise Refusal("pkce_missing", parameter="code_challenge")


def issue_code(
    service: Service, request: AuthorizationRequest, authentication: Authentication, *, value: str, lives: int
) -> Code:
    """Issue a code for `request`; it lives for `lives` seconds and works once (RFC 6749, 4.1.2)."""
    code = Code(value, request, authentication, request.registered(), service.now(), lives, family=service.token(16))
    service.grants.codes[value] = code
    return code
