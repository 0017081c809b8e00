"""The checks of /authorize that only Entra has, and their order.

Sources: https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow (parameters),
https://learn.microsoft.com/en-us/entra/identity-platform/reply-url (redirect URIs). The order among them is not documented:
identity of the app first, redirect URI second, the rest after.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mock_idps.core import authorization
from mock_idps.core.refusal import Refusal
from mock_idps.entra import authority, scopes
from mock_idps.entra.errors import NO_SLASH

if TYPE_CHECKING:
    from mock_idps.core.authorization import AuthorizationRequest
    from mock_idps.core.model import AppRegistration
    from mock_idps.core.service import Service
    from mock_idps.entra.authority import Authority

RESPONSE_TYPES = frozenset({("code",), ("id_token",), ("code", "id_token"), ("id_token", "token"), ("token",)})
MODES = frozenset({"query", "fragment", "form_post"})
PROMPTS = frozenset({"", "none", "login", "consent", "select_account"})
SHORTEST, LONGEST = 43, 128
"""Characters of a code challenge (RFC 7636, 4.2)."""

UNSUPPORTED = frozenset("!$'(),;")
MOST_CHARACTERS, MOST_ADDRESSES, MOST_ADDRESSES_PERSONAL = 256, 256, 100
"""What a redirect URI may not hold, how long it may be, and how many an app may have (reply-url)."""

FOR_EVERYBODY = "admin_consent"
"""The purpose of a request to the admin consent endpoint."""

LOOPBACK = frozenset({"localhost", "127.0.0.1"})


def situate(asked: AuthorizationRequest, where: Authority, *, v1: bool) -> None:
    """Write down where a request was sent; `asked.tenant` stays None on aliases until the person is known."""
    asked.tenant = where.tenant
    asked.extra |= {"authority": where.name, "cloud": where.cloud.name, "version": "1.0" if v1 else "2.0"}


def for_everybody(asked: AuthorizationRequest) -> bool:
    """Whether this is about an admin's consent and not about a sign-in."""
    return asked.extra.get("purpose") == FOR_EVERYBODY


def sent_to(service: Service, asked: AuthorizationRequest) -> Authority:
    """Where a request was sent: what `situate` wrote down."""
    return authority.again(service.directory, asked.extra, asked.tenant)


def client_known(service: Service, asked: AuthorizationRequest) -> None:
    """`client_id` names an app that this authority knows."""
    where, client_id = sent_to(service, asked), asked.get("client_id")
    found = authority.find_app(service.directory, where, client_id)
    if found is None:
        raise Refusal("client_unknown", client_id=client_id, tenant=where.tenant.name if where.tenant else where.name)
    asked.app = found[1]


def audience_fits(service: Service, asked: AuthorizationRequest) -> None:
    """A single-tenant app is not asked for at "common" or "organizations"."""
    app = asked.registered()
    if sent_to(service, asked).alias and not authority.multi_tenant(app):
        raise Refusal("single_tenant_app", client_id=app.client_id, app_name=app.name)


def client_active(_: Service, asked: AuthorizationRequest) -> None:
    """The app was not switched off by the tenant's admin."""
    app = asked.registered()
    if app.state != "active":
        raise Refusal("client_inactive", client_id=app.client_id, app_name=app.name)


def redirect_uri_fits(service: Service, asked: AuthorizationRequest) -> None:
    """`redirect_uri` is a registered one, character by character; the port of "localhost" does not count.

    Without one, a registered URI is used, whichever.
    """
    sent, known = asked.get("redirect_uri"), registered(asked.registered())
    if not sent and not known:
        raise Refusal("redirect_uri_missing")
    if sent and sent not in known and not any(_same_but_port(sent, it) for it in known):
        raise Refusal(
            "redirect_uri_mismatch",
            redirect_uri=sent,
            client_id=asked.get("client_id"),
            more=NO_SLASH if f"{sent}/" in known else "",
        )
    asked.extra["redirect_uri"] = sent or service.random.choice(known)
    asked.trusted = True


def registered(app: AppRegistration) -> list[str]:
    """The redirect URIs that an admin can have registered: the directory may name more than Entra takes."""
    personal = app.settings.get("sign_in_audience") in {
        "AzureADandPersonalMicrosoftAccount",
        "PersonalMicrosoftAccount",
    }
    taken = app.redirect_uris[: MOST_ADDRESSES_PERSONAL if personal else MOST_ADDRESSES]
    return [uri for uri in taken if len(uri) <= MOST_CHARACTERS and not UNSUPPORTED & set(uri)]


def _same_but_port(sent: str, known: str) -> bool:
    try:
        one, two = urlsplit(sent), urlsplit(known)
    except ValueError:
        return False
    if one.hostname not in LOOPBACK or one.hostname != two.hostname:
        return False
    return (one.scheme, one.path, one.query) == (two.scheme, two.path, two.query)


def response_type_enabled(_: Service, asked: AuthorizationRequest) -> None:
    """Anything but "code" is switched on by the admin: app setting "implicit" names "id_token" and "token"."""
    words = tuple(sorted(asked.words("response_type")))
    if words not in RESPONSE_TYPES:
        raise Refusal("response_type_unsupported", response_type=asked.get("response_type"))
    implicit = asked.registered().settings.get("implicit", ())
    if "id_token" in words and "id_token" not in implicit:
        web = asked.registered().settings.get("platform", "web") == "web"
        raise Refusal("id_token_not_enabled" if web else "id_token_not_enabled_here")
    if "token" in words and "token" not in implicit:
        raise Refusal("token_not_enabled")


def response_mode_fits(_: Service, asked: AuthorizationRequest) -> None:
    """`response_mode` is known, and tokens do not travel in a query."""
    mode = asked.response_mode
    if mode not in MODES or (mode == "query" and asked.words("response_type") != ("code",)):
        raise Refusal("response_mode_unsupported", response_mode=mode)


def no_resource(_: Service, asked: AuthorizationRequest) -> None:
    """`resource` belongs to v1.0."""
    if asked.extra["version"] == "2.0" and asked.get("resource"):
        raise Refusal("resource_not_supported")


def scope_sent(_: Service, asked: AuthorizationRequest) -> None:
    """`scope` is there; v1.0 does without."""
    if asked.extra["version"] == "2.0" and not asked.words("scope"):
        raise Refusal("scope_missing", parameter="scope")


def scope_known(_: Service, asked: AuthorizationRequest) -> None:
    """Every scope exists on the resource it names."""
    scopes.check(asked.registered(), asked.words("scope"))


def nonce_for_id_token(_: Service, asked: AuthorizationRequest) -> None:
    """An ID token from /authorize needs a `nonce`; a code does not."""
    if "id_token" in asked.words("response_type") and not asked.get("nonce"):
        raise Refusal("nonce_missing")


def challenge_fits(_: Service, asked: AuthorizationRequest) -> None:
    """A `code_challenge` is 43 to 128 characters and "plain" (also without a method) or "S256"."""
    challenge = asked.get("code_challenge")
    if challenge and asked.get("code_challenge_method") not in {"", "plain", "S256"}:
        raise Refusal("pkce_method_unsupported")
    if challenge and not SHORTEST <= len(challenge) <= LONGEST:
        raise Refusal("challenge_size")


def prompt_known(_: Service, asked: AuthorizationRequest) -> None:
    """`prompt` is one of four words, alone."""
    if asked.get("prompt") not in PROMPTS:
        raise Refusal("prompt_unsupported")


def available(service: Service, asked: AuthorizationRequest) -> None:
    """Tenant setting "unavailable": the service has a bad minute."""
    tenant = sent_to(service, asked).tenant
    if tenant is not None and tenant.settings.get("unavailable"):
        raise Refusal("service_unavailable")


CHECKS = (
    authorization.client_id_present,
    client_known,
    audience_fits,
    client_active,
    redirect_uri_fits,
    authorization.response_type_present,
    response_type_enabled,
    response_mode_fits,
    no_resource,
    scope_sent,
    scope_known,
    nonce_for_id_token,
    challenge_fits,
    prompt_known,
    available,
)
"""In Entra's order."""
