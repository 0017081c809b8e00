"""The checks of an authorization request, in fosite's order (v0.49.0, authorize_request_handler.go)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mock_idps.core.authorization import client_active, client_known
from mock_idps.core.refusal import Refusal
from mock_idps.jumpcloud import regions

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest, Check
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service

STATE_LEAST = 8
"""Characters that a `state` needs (fosite's `MinParameterEntropy`), PKCE or not."""

SCOPES = ("openid", "email", "profile", "offline_access", "offline", "groups")
"""Scopes that an app may ask for; "groups" is tolerated (github.com/argoproj/argo-cd/issues/16043)."""

RESPONSE_MODES = ("query", "fragment")
"""Modes of an app by default; "form_post" is the switch `response_modes` of the app."""

_KNOWN_MODES = frozenset({"", "query", "fragment", "form_post"})
_LOOPBACK = frozenset({"127.0.0.1", "::1"})


def client_of_region(_: Service, asked: AuthorizationRequest) -> None:
    """The app belongs to an organisation of this region; elsewhere it does not exist."""
    home = regions.REGIONS[asked.home().region]
    if home.issuer != asked.issuer:
        raise Refusal("client_unknown", client_id=asked.get("client_id"))


def no_request_object(_: Service, asked: AuthorizationRequest) -> None:
    """No request object: apps have no keys here. Without the scope "openid" it is not even looked at."""
    given = [name for name in ("request", "request_uri") if asked.get(name)]
    if not given or "openid" not in asked.words("scope"):
        return
    raise Refusal("request_object_twice" if len(given) > 1 else "request_object")


def response_mode_known(_: Service, asked: AuthorizationRequest) -> None:
    """`response_mode` is one that Hydra knows at all."""
    if asked.get("response_mode") not in _KNOWN_MODES:
        raise Refusal("response_mode_unknown", response_mode=asked.get("response_mode"))


def redirect_uri_matches(_: Service, asked: AuthorizationRequest) -> None:
    """`redirect_uri` is a registered one to the byte; only the port of a loopback address may vary."""
    uri, app = asked.get("redirect_uri"), asked.registered()
    if not uri:
        if "openid" in asked.words("scope"):
            raise Refusal("redirect_uri_missing")
        if len(app.redirect_uris) != 1:
            raise Refusal("redirect_uri_mismatch", redirect_uri=uri)
        uri = app.redirect_uris[0]
    if uri not in app.redirect_uris and not _loopback_match(uri, app):
        raise Refusal("redirect_uri_mismatch", redirect_uri=uri)
    if "#" in uri or not urlsplit(uri).scheme:
        raise Refusal("redirect_uri_illegal", redirect_uri=uri)
    asked.extra["redirect_uri"] = uri
    asked.trusted = True


def _loopback_match(uri: str, app: AppRegistration) -> bool:
    asked = urlsplit(uri)
    if asked.scheme != "http" or asked.hostname not in _LOOPBACK:
        return False
    registered = [urlsplit(one) for one in app.redirect_uris]
    return any(
        (one.scheme, one.hostname, one.path, one.query) == (asked.scheme, asked.hostname, asked.path, asked.query)
        for one in registered
    )


def scopes_allowed(_: Service, asked: AuthorizationRequest) -> None:
    """Every scope is one of the app's.

    What JumpCloud does with others is not known: switch `unknown_scope` of the app ("refused", Hydra's way, or
    "ignored"); likewise `offline_access_without_grant` ("silent", or "refused").
    """
    app = asked.registered()
    for scope in asked.words("scope"):
        known = scope in app.settings.get("scopes", SCOPES)
        if not known and app.settings.get("unknown_scope", "refused") == "refused":
            raise Refusal("scope_not_allowed", scope=scope)
        offline = scope in {"offline_access", "offline"}
        strict = app.settings.get("offline_access_without_grant", "silent") == "refused"
        if offline and strict and not app.settings.get("refresh_token", False):
            raise Refusal("scope_not_allowed", scope=scope)


def no_audience(_: Service, asked: AuthorizationRequest) -> None:
    """No `audience`: JumpCloud's apps cannot register one."""
    for audience in asked.words("audience"):
        raise Refusal("audience_not_allowed", audience=audience)


def no_registration(_: Service, asked: AuthorizationRequest) -> None:
    """No `registration` parameter."""
    if asked.get("registration"):
        raise Refusal("registration_used")


def response_type_allowed(_: Service, asked: AuthorizationRequest) -> None:
    """`response_type` is "code", the only one that the app's form offers (jumpcloud.com/support/sso-with-oidc)."""
    if not asked.words("response_type"):
        raise Refusal("response_type_missing")
    if asked.words("response_type") != ("code",):
        raise Refusal("response_type_unsupported", response_type=asked.get("response_type"))


def response_mode_allowed(_: Service, asked: AuthorizationRequest) -> None:
    """`response_mode` is one of the app's."""
    mode = asked.get("response_mode")
    if mode and mode not in asked.registered().settings.get("response_modes", RESPONSE_MODES):
        raise Refusal("response_mode_not_allowed", response_mode=mode)


def state_strong(_: Service, asked: AuthorizationRequest) -> None:
    """`state` has at least eight characters (app.sourcebot.dev/chat/cmmyp5bsc0001n37tvx8dz4bp shows JumpCloud's refusal)."""
    if len(asked.get("state").encode()) < STATE_LEAST:
        raise Refusal("state_weak")


def back_end_works(_: Service, asked: AuthorizationRequest) -> None:
    """The back end works: switch `back_end_fault` of the app ("authorize", "token"), off by default."""
    if asked.registered().settings.get("back_end_fault") == "authorize":
        raise Refusal("back_end_fault")


ORDER: tuple[Check, ...] = (
    client_known,
    client_active,
    client_of_region,
    no_request_object,
    response_mode_known,
    redirect_uri_matches,
    scopes_allowed,
    no_audience,
    no_registration,
    response_type_allowed,
    response_mode_allowed,
    state_strong,
    back_end_works,
)
"""All before any page is shown."""
