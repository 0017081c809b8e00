"""The checks of the token endpoint that only Entra has, and their order.

Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token.
The order is not documented: request, app, credentials, grant.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mock_idps.core import token_request
from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, minting, scopes
from mock_idps.entra.trace import iso

if TYPE_CHECKING:
    from mock_idps.core.service import Service
    from mock_idps.core.token_request import TokenRequest
    from mock_idps.entra.authority import Authority

GRANTS = frozenset({"authorization_code", "refresh_token", "client_credentials", "password"})


def situate(asked: TokenRequest, where: Authority) -> None:
    """Write down where the request was sent."""
    asked.tenant = where.tenant
    asked.extra |= {"authority": where.name, "cloud": where.cloud.name}


def sent_to(service: Service, asked: TokenRequest) -> Authority:
    """Where the request was sent: what `situate` wrote down."""
    return authority.again(service.directory, asked.extra, asked.tenant)


def grant_type_supported(_: Service, asked: TokenRequest) -> None:
    """`grant_type` is one that a web app uses here."""
    if asked.get("grant_type") not in GRANTS:
        raise Refusal("grant_type_unsupported", grant=asked.get("grant_type"))


def available(service: Service, asked: TokenRequest) -> None:
    """Tenant setting "unavailable": the service has a bad minute."""
    tenant = sent_to(service, asked).tenant
    if tenant is not None and tenant.settings.get("unavailable"):
        raise Refusal("token_service_unavailable")


def client_id_sent(_: Service, asked: TokenRequest) -> None:
    """`client_id` is in the body, or in a Basic header."""
    if not asked.client_id:
        raise Refusal("parameter_missing", parameter="client_id")


def client_known(service: Service, asked: TokenRequest) -> None:
    """The client id names an app that this authority knows; what is no GUID names none anywhere."""
    where = sent_to(service, asked)
    found = authority.find_app(service.directory, where, asked.client_id)
    if found is None:
        situation = "token_client_unknown"
        if asked.get("grant_type") == "client_credentials" or not _is_guid(asked.client_id):
            situation = "client_identifier_invalid"
        name = where.tenant.name if where.tenant else where.name
        raise Refusal(situation, client_id=asked.client_id, tenant=name)
    asked.app = found[1]


def _is_guid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def client_active(_: Service, asked: TokenRequest) -> None:
    """The app was not switched off."""
    app = asked.registered()
    if app.state != "active":
        raise Refusal("token_client_inactive", client_id=app.client_id, app_name=app.name)


def credentials_fit(_: Service, asked: TokenRequest) -> None:
    """A web app brings a secret; a public client (app setting "platform": "public") must not, and a SPA need not."""
    platform = asked.registered().settings.get("platform", "web")
    if platform == "public" and asked.method != "none":
        raise Refusal("secret_of_public_client")
    if asked.get("client_assertion"):
        raise Refusal("assertion_invalid")
    if asked.method == "none" and asked.get("grant_type") == "client_credentials":
        raise Refusal("credentials_of_app_missing")
    if asked.method == "none" and platform == "web":
        raise Refusal("credentials_missing")


def secret_matches(service: Service, asked: TokenRequest) -> None:
    """The secret is the app's value, not its id."""
    if asked.method != "none":
        token_request.secret_matches(service, asked)


def code_sent(_: Service, asked: TokenRequest) -> None:
    """`code` is there."""
    if not asked.get("code"):
        raise Refusal("parameter_missing", parameter="code")


def code_of_tenant(_: Service, asked: TokenRequest) -> None:
    """The code is redeemed where it was issued: at the same tenant, or the same alias."""
    if asked.granted().request.extra["authority"] != asked.extra["authority"]:
        raise Refusal("code_of_other_tenant")


def code_fresh(service: Service, asked: TokenRequest) -> None:
    """The code has not expired; personal accounts say that in words of their own."""
    code = asked.granted()
    if code.expired(service.now()):
        personal = code.authentication.tenant.id == authority.CONSUMERS
        raise Refusal("code_of_person_expired" if personal else "code_expired")


def redirect_uri_same(_: Service, asked: TokenRequest) -> None:
    """`redirect_uri` is the one of the authorization request, character by character."""
    original = asked.granted().request.extra["redirect_uri"]
    if asked.get("redirect_uri") != original:
        raise Refusal("redirect_uri_differs", redirect_uri=asked.get("redirect_uri"), original=original)


def origin_fits(_: Service, asked: TokenRequest) -> None:
    """A browser's cross-origin redemption is for single-page applications, and for them nothing else is."""
    origin = asked.headers.get("origin", "")
    spa = minting.is_spa(asked.registered())
    if spa and not origin:
        raise Refusal("spa_without_origin")
    if origin and not spa:
        raise Refusal("web_with_origin", origin=origin)
    if spa and asked.get("grant_type") == "authorization_code" and not asked.granted().request.get("code_challenge"):
        raise Refusal("spa_without_pkce")


def pkce_verifier_fits(service: Service, asked: TokenRequest) -> None:
    """`code_verifier` answers the challenge; one without a challenge is not looked at."""
    if asked.granted().request.get("code_challenge"):
        token_request.pkce_verifier_fits(service, asked)


def scope_valid(_: Service, asked: TokenRequest) -> None:
    """A `scope` sent along names things that exist, on one resource."""
    words = asked.get("scope").split()
    try:
        scopes.check(asked.registered(), words)
    except Refusal as refusal:
        raise Refusal("scope_invalid", scope=asked.get("scope")) from refusal
    if len({scopes.resource(scope) for scope in words if scope not in scopes.OPENID}) > 1:
        raise Refusal("scope_invalid", scope=asked.get("scope"))


def refresh_token_good(service: Service, asked: TokenRequest) -> None:
    """The refresh token is this app's, has not idled too long, and was not revoked since."""
    if not asked.get("refresh_token"):
        raise Refusal("parameter_missing", parameter="refresh_token")
    token = service.grants.refresh_tokens.get(asked.get("refresh_token"))
    if token is None or token.app.client_id != asked.registered().client_id:
        raise Refusal("refresh_token_unknown")
    asked.refresh_token = token
    issued = token.expires_at - (minting.REFRESH_LIVES_SPA if minting.is_spa(token.app) else minting.REFRESH_LIVES)
    if service.now() >= token.expires_at:
        situation = "refresh_token_of_spa" if minting.is_spa(token.app) else "refresh_token_idle"
        raise Refusal(situation, issued=iso(issued))
    valid_from = int(token.authentication.person.attributes.get("tokens_valid_from", 0))
    if token.revoked or issued < valid_from:
        raise Refusal("refresh_token_revoked", issued=iso(issued), valid_from=iso(valid_from))


CLIENT_CHECKS = (
    available,
    token_request.grant_type_present,
    grant_type_supported,
    client_id_sent,
    client_known,
    client_active,
    credentials_fit,
    secret_matches,
    token_request.secret_alive,
)

CODE_CHECKS = (
    *CLIENT_CHECKS,
    code_sent,
    token_request.code_known,
    token_request.code_of_client,
    code_of_tenant,
    code_fresh,
    token_request.code_unused,
    redirect_uri_same,
    origin_fits,
    pkce_verifier_fits,
    scope_valid,
)

REFRESH_CHECKS = (*CLIENT_CHECKS, origin_fits, refresh_token_good, scope_valid)
"""In Entra's order, by grant."""
