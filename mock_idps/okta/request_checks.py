"""What only Okta checks of an authorization request, and the order of all checks.

The order is not attested beyond this: client and redirect URI come first (a page), a wrong scope is refused before the
password prompt. Rules: Okta's OpenID Connect reference, `docs/reference/api/oidc/index.md` of
github.com/okta/okta-developer-docs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mock_idps.core import authorization as core
from mock_idps.core.refusal import Refusal
from mock_idps.okta.documents import CUSTOM_SCOPES, ORG_SCOPES, RESPONSE_MODES
from mock_idps.okta.servers import admin_host, server_of

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service

_RESPONSE_WORDS = frozenset({"code", "id_token", "token"})
_PROMPTS = frozenset({"none", "login", "consent", "enroll_authenticator"})
_OPENID_SCOPES = frozenset({"profile", "email", "address", "phone", "groups"})
_CHALLENGE = re.compile(r"[A-Za-z0-9\-._~]{43,128}")
_MAX_AGE_LIMIT = 2**31 - 1


def server_available(_: Service, asked: AuthorizationRequest) -> None:
    """The authorization server exists, and the org has what it takes to use it."""
    server = server_of(asked)
    if not server.available:
        raise Refusal("feature_not_enabled")
    if not server.exists:
        raise Refusal("server_unknown", asid=server.asid)


def redirect_uri_registered(service: Service, asked: AuthorizationRequest) -> None:
    """The redirect URI is registered; for the org's own apps the page names where to register it."""
    try:
        core.redirect_uri_registered(service, asked)
    except Refusal as refusal:
        app = asked.registered()
        if _wildcard_fits(asked):
            asked.trusted = True
            return
        published = "_published" if app.settings.get("published") else ""
        detail = {**refusal.detail, "admin": admin_host(asked.home())}
        raise Refusal(refusal.situation + published, **detail) from None


def _wildcard_fits(asked: AuthorizationRequest) -> bool:
    """Wildcard subdomains, an API-only setting (`wildcard_redirect`: "SUBDOMAIN"; "DISABLED" by default)."""
    app = asked.registered()
    if app.settings.get("wildcard_redirect") != "SUBDOMAIN":
        return False
    patterns = (re.escape(uri).replace(r"\*", "[A-Za-z0-9-]+") for uri in app.redirect_uris if "*" in uri)
    return any(re.fullmatch(pattern, asked.get("redirect_uri")) for pattern in patterns)


def parameters_single(_: Service, asked: AuthorizationRequest) -> None:
    """No parameter comes twice."""
    if asked.repeated:
        raise Refusal("parameter_repeated", parameters=", ".join(sorted(asked.repeated)))


def no_request_object(_: Service, asked: AuthorizationRequest) -> None:
    """A signed `request` is refused, as for a client without keys: request objects are not mocked."""
    if asked.get("request"):
        raise Refusal("request_object")


def response_type_known(_: Service, asked: AuthorizationRequest) -> None:
    """`response_type` is made of "code", "id_token" and "token"."""
    words = asked.words("response_type")
    if not words or not _RESPONSE_WORDS.issuperset(words):
        raise Refusal("response_type_unsupported", configured=", ".join(_response_types(asked)))


def response_type_granted(_: Service, asked: AuthorizationRequest) -> None:
    """Tokens straight from /authorize need the implicit grant in the app (`grant_types`)."""
    grants = grant_types(asked.registered())
    words = asked.words("response_type")
    needed = {"authorization_code" if word == "code" else "implicit" for word in words}
    if not needed.issubset(grants):
        raise Refusal("response_type_not_granted", configured=", ".join(grants))


def grant_types(app: AppRegistration) -> tuple[str, ...]:
    """The grants switched on in an app (`grant_types`); a new web app has the authorization code alone.

    A published app gets no refresh token: developer.okta.com/docs/guides/submit-app-prereq/main/.
    """
    granted = tuple(app.settings.get("grant_types", ("authorization_code",)))
    return tuple(it for it in granted if it != "refresh_token") if app.settings.get("published") else granted


def response_mode_supported(_: Service, asked: AuthorizationRequest) -> None:
    """`response_mode` is one of four; "query" carries no tokens."""
    mode = asked.get("response_mode")
    tokens = asked.words("response_type") != ("code",)
    if mode and mode not in RESPONSE_MODES:
        raise Refusal("response_mode_unsupported")
    if mode == "query" and tokens:
        raise Refusal("response_mode_query_with_tokens")


def scope_asked(_: Service, asked: AuthorizationRequest) -> None:
    """`scope` is there; a custom server without default scopes says so in other words."""
    if asked.words("scope"):
        return
    raise Refusal("scope_missing_no_default" if asked.extra["asid"] else "scope_missing")


def scope_known(_: Service, asked: AuthorizationRequest) -> None:
    """The server knows every scope: the org server only its own, a custom one those that its admin made (`scopes`)."""
    server = server_of(asked)
    known = {*CUSTOM_SCOPES, *server.settings.get("scopes", ())} if server.asid else set(ORG_SCOPES)
    if not known.issuperset(asked.words("scope")):
        raise Refusal("scope_unknown" if server.asid else "scope_custom_at_org")


def scope_has_openid(_: Service, asked: AuthorizationRequest) -> None:
    """OpenID scopes and ID tokens need "openid"."""
    wanted = set(asked.words("scope"))
    if "openid" not in wanted and (wanted & _OPENID_SCOPES or "id_token" in asked.words("response_type")):
        raise Refusal("scope_without_openid")


def nonce_present(_: Service, asked: AuthorizationRequest) -> None:
    """`nonce` is needed wherever /authorize itself gives tokens."""
    if asked.words("response_type") != ("code",) and not asked.get("nonce"):
        raise Refusal("nonce_missing")


def prompt_known(_: Service, asked: AuthorizationRequest) -> None:
    """`prompt` is none, login, consent, enroll_authenticator, or login and consent together."""
    words = asked.words("prompt")
    if not _PROMPTS.issuperset(words) or (len(words) > 1 and set(words) != {"login", "consent"}):
        raise Refusal("prompt_unknown")


def max_age_valid(_: Service, asked: AuthorizationRequest) -> None:
    """`max_age` is a number of seconds from 0 to 2^31-1; with prompt=none, 0 is an error."""
    value = asked.get("max_age")
    if not value:
        return
    if not (value.isascii() and value.isdigit()) or int(value) > _MAX_AGE_LIMIT:
        raise Refusal("max_age_invalid")
    if int(value) == 0 and "none" in asked.words("prompt"):
        raise Refusal("prompt_none_with_zero_max_age")


def pkce_challenge_legal(_: Service, asked: AuthorizationRequest) -> None:
    """`code_challenge` has only the characters and the length of RFC 7636, 4.2."""
    challenge = asked.get("code_challenge")
    if challenge and not _CHALLENGE.fullmatch(challenge):
        raise Refusal("pkce_challenge_illegal")


def idp_known(_: Service, asked: AuthorizationRequest) -> None:
    """`idp` names an identity provider of the org (`identity_providers`: id to settings)."""
    wanted = asked.get("idp")
    if wanted and wanted not in asked.home().settings.get("identity_providers", {}):
        raise Refusal("idp_unknown")


def _response_types(asked: AuthorizationRequest) -> tuple[str, ...]:
    granted = {"authorization_code": ("code",), "implicit": ("token", "id_token")}
    return tuple(word for grant in grant_types(asked.registered()) for word in granted.get(grant, ()))


CHECKS = (
    server_available,
    core.client_id_present,
    core.client_known,
    core.client_active,
    core.redirect_uri_present,
    redirect_uri_registered,
    parameters_single,
    no_request_object,
    core.state_present,
    response_type_known,
    response_type_granted,
    response_mode_supported,
    scope_asked,
    scope_known,
    scope_has_openid,
    nonce_present,
    prompt_known,
    max_age_valid,
    core.pkce_present_if_required,
    pkce_challenge_legal,
    core.pkce_method_is_s256,
    idp_known,
)
"""All checks in Okta's order, as far as it is known."""
