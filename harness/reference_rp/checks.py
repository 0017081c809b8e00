"""The checks of a login, one function each, in the order in which they run. The name is the code shown and logged.

`ORDER` is the closed set. Callers reach a check through this module (`checks.nonce(...)`), never by its bare name.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import Key

from . import wire
from .accounts import Account
from .adapters import Identity
from .claims import Claims, number
from .configuration import Connection, Organisation
from .refusal import Refusal
from .sessions import Session
from .transactions import Transaction, Transactions

ORDER = (
    # before anybody leaves for the identity provider
    "organisation",  # no single sign-on under this name
    "connection.pending", "connection.disabled",  # not confirmed yet, or switched off
    "initiate.issuer",  # a login started elsewhere names an issuer we do not know
    "discovery.unavailable", "discovery.issuer", "discovery.endpoints",
    # the answer the browser brings
    "callback.parameters",  # a parameter is repeated
    "state", "state.browser",  # no such login; begun in another browser
    "callback.tenant",  # answered at another connection's address
    "iss_param", "idp_error", "code",
    # the code's exchange
    "token_endpoint.unavailable", "token_endpoint.invalid_client", "token_endpoint.invalid_grant",
    "token_endpoint.error", "token_endpoint.answer", "token_endpoint.token_type",
    # the ID token
    "id_token.missing", "id_token.format", "id_token.crit", "id_token.alg", "jwks.unavailable", "id_token.kid", "id_token.signature",
    "id_token.iss", "id_token.aud", "id_token.azp", "id_token.exp", "id_token.iat", "id_token.nbf", "id_token.nonce",
    "id_token.sub",
    # who it is
    "userinfo.unavailable", "userinfo.sub", "tenant",
    # whether they may come in
    "account.not_invited", "account.disabled", "session.tenant",
    # an ID token that comes with a refresh
    "refresh.sub",
    # requests of the app's own forms and of the issuer's logout
    "form", "role", "logout.session",
    "logout_token.missing", "logout_token.format", "logout_token.crit", "logout_token.alg", "logout_token.kid", "logout_token.signature",
    "logout_token.iss", "logout_token.aud", "logout_token.exp", "logout_token.iat", "logout_token.events",
    "logout_token.nonce", "logout_token.subject", "logout_token.jti",
)  # fmt: skip

MAX_SUBJECT = 255


class _Registry(jws.JWSRegistry):
    """Headers may be as long as a certificate chain makes them; unknown members are ignored (RFC 7515, 4)."""

    max_header_length = 16_384
    max_payload_length = 512_000


def leeway() -> float:
    """Seconds by which the issuer's clock may differ from ours."""
    return 60.0


# --- the answer the browser brings -----------------------------------------------------------------------------------


def parameters(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The answer's parameters; none may be repeated, unknown ones are ignored (RFC 6749, 3.1)."""
    found = dict(given)
    for name in ("state", "code", "iss", "error"):
        if sum(1 for each, _ in given if each == name) > 1:
            raise Refusal("callback.parameters", f'"{name}" is repeated')
    return found


def state(found: Mapping[str, str], transactions: Transactions, browser: str, now: float) -> Transaction:  # noqa: ARG001 - the browser's own logins are the next check
    """The login this answer belongs to: "state" is there and is one we gave out (RFC 6749, 10.12)."""
    transaction = transactions.find(found.get("state", ""), now)
    if transaction is None:
        raise Refusal("state", '"state" is missing, unknown or expired', idp_error=found.get("error", ""))
    return transaction


def state_browser(transaction: Transaction, browser: str) -> None:
    """The browser that answers is the one that asked (RFC 9700, 4.7.1)."""
    if not browser or transaction.browser != browser:
        raise Refusal("state.browser", "this login was begun in another browser")


def callback_tenant(transaction: Transaction, redirect_uri: str) -> None:
    """The answer arrived at the address this login was to come back to (RFC 9700, 4.4.2.2: mix-up)."""
    if transaction.redirect_uri != redirect_uri:
        raise Refusal("callback.tenant", "the answer arrived at the address of another connection or region")


def connection_active(connection: Connection) -> None:
    """The connection is confirmed and not switched off."""
    if connection.status != "active":
        raise Refusal(f"connection.{connection.status}", "the connection is not active")


def connection_unchanged(connection: Connection, transaction: Transaction) -> None:
    """The connection is still with the issuer and client this login was begun with."""
    if (connection.issuer, connection.client_id) != (transaction.issuer, transaction.client_id):
        raise Refusal("callback.tenant", "the connection was changed while this login was under way")


def iss_param(found: Mapping[str, str], transaction: Transaction) -> None:
    """The value of "iss" equals the issuer that was asked, and is there when promised (RFC 9207, 2.4)."""
    issuer = found.get("iss")
    if issuer is None and transaction.promises_iss:
        raise Refusal("iss_param", 'the metadata promises "iss", the answer lacks it')
    if issuer is not None and issuer != transaction.issuer:
        raise Refusal("iss_param", '"iss" names another issuer')


def idp_error(found: Mapping[str, str]) -> None:
    """The identity provider did not refuse (RFC 6749, 4.1.2.1)."""
    if "error" in found:
        raise Refusal(
            "idp_error",
            "the identity provider answered with an error",
            idp_error=found["error"],
            idp_description=found.get("error_description", ""),
        )


def code(found: Mapping[str, str]) -> str:
    """The authorization code, which a good answer has."""
    if not found.get("code"):
        raise Refusal("code", 'the answer holds no "code"')
    return found["code"]


# --- the code's exchange ---------------------------------------------------------------------------------------------


def token_type(token: Mapping[str, Any]) -> None:
    """The value of "token_type" is Bearer in any case (RFC 6749, 5.1 and 7.1)."""
    kind = token.get("token_type")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        raise Refusal("token_endpoint.token_type", '"token_type" is not Bearer')


def id_token_missing(token: Mapping[str, Any]) -> str:
    """The ID token, which the answer must hold (OIDC Core 1.0, 3.1.3.3)."""
    raw = token.get("id_token")
    if not isinstance(raw, str) or not raw:
        raise Refusal("id_token.missing", 'the answer holds no "id_token"; is the scope "openid" granted?')
    return raw


# --- the ID token (OIDC Core 1.0, 3.1.3.7) ---------------------------------------------------------------------------


def id_token_header(raw: str, check: str = "id_token.format") -> dict[str, Any]:
    """The header of a compact JWS, not yet believed."""
    try:
        return dict(jws.extract_compact(raw.encode(), registry=_Registry(strict_check_header=False)).headers())
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise Refusal(check, "the token is no signed JWT") from error


def id_token_crit(header: Mapping[str, Any], check: str = "id_token.crit") -> None:
    """The header names no critical extension, for we know none (RFC 7515, 4.1.11)."""
    if "crit" in header:
        raise Refusal(check, 'the header names a critical extension ("crit")')


def id_token_alg(header: Mapping[str, Any], connection: Connection, check: str = "id_token.alg") -> str:
    """The value of "alg" is one of those agreed for this connection, never what the token would like (RFC 8725, 3.1)."""
    alg = header.get("alg")
    if not isinstance(alg, str) or alg not in connection.algorithms:
        raise Refusal(check, '"alg" is not one agreed for this connection')
    return alg


def id_token_kid(header: Mapping[str, Any], keys: Sequence[Key], check: str = "id_token.kid") -> list[Key]:
    """The issuer's published keys that may have signed; "kid" may be absent (OIDC Core 1.0, 10.1)."""
    kid = header.get("kid")
    fitting = [key for key in keys if kid is None or key.kid == kid]
    if not fitting:
        raise Refusal(check, 'the issuer publishes no key for this "kid"')
    return fitting


def id_token_signature(raw: str, keys: Sequence[Key], alg: str, check: str = "id_token.signature") -> dict[str, Any]:
    """The claims, once one of `keys` proves the signature; keys in the token's own header count for nothing."""
    for key in keys:
        try:
            registry = _Registry(algorithms=[alg], strict_check_header=False)
            return jwt.decode(raw, key, algorithms=[alg], registry=registry).claims
        except (JoseError, ValueError, TypeError, RecursionError):
            continue
    raise Refusal(check, "no published key of the issuer proves the signature")


def id_token_iss(claims: Claims, connection: Connection) -> None:
    """The value of "iss" equals the configured issuer, character by character."""
    if claims.get("iss") != connection.issuer:
        raise Refusal("id_token.iss", '"iss" is not the issuer of this connection')


def id_token_aud(claims: Claims, connection: Connection) -> None:
    """The value of "aud" holds our client id and no audience we do not trust; one string or a list."""
    aud = claims.get("aud")
    audiences = [aud] if isinstance(aud, str) else aud if isinstance(aud, list) else []
    if connection.client_id not in audiences:
        raise Refusal("id_token.aud", '"aud" does not hold our client id')
    if any(each not in {connection.client_id, *connection.trusted_audiences} for each in map(str, audiences)):
        raise Refusal("id_token.aud", '"aud" holds an audience we do not trust')


def id_token_azp(claims: Claims, connection: Connection) -> None:
    """The value of "azp", if there is one, is our client id."""
    if "azp" in claims and claims["azp"] != connection.client_id:
        raise Refusal("id_token.azp", '"azp" is not our client id')


def id_token_exp(claims: Claims, now: float) -> None:
    """The value of "exp" is there and not past."""
    exp = number(claims, "exp")
    if exp is None or now >= exp + leeway():
        raise Refusal("id_token.exp", '"exp" is missing or past')


def id_token_iat(claims: Claims, now: float) -> None:
    """The value of "iat" is there and not in the future; how old it may be is for "exp" to say."""
    iat = number(claims, "iat")
    if iat is None or iat > now + leeway():
        raise Refusal("id_token.iat", '"iat" is missing or in the future')


def id_token_nbf(claims: Claims, now: float) -> None:
    """The value of "nbf", if there is one, is not in the future (RFC 7519, 4.1.5)."""
    if "nbf" not in claims:
        return
    nbf = number(claims, "nbf")
    if nbf is None or nbf > now + leeway():
        raise Refusal("id_token.nbf", '"nbf" is in the future')


def nonce(claims: Claims, transaction: Transaction) -> None:
    """The value of "nonce" is there and is the one of this login."""
    if claims.get("nonce") != transaction.nonce:
        raise Refusal("id_token.nonce", '"nonce" is not the one of this login')


def id_token_sub(claims: Claims) -> str:
    """The value of "sub" is a string of 1 to 255 ASCII characters, kept as it is (OIDC Core 1.0, 2)."""
    sub = claims.get("sub")
    if not isinstance(sub, str) or not sub.strip() or len(sub) > MAX_SUBJECT or not sub.isascii():
        raise Refusal("id_token.sub", '"sub" is missing or no usable subject')
    return sub


# --- who it is, and whether they may come in -------------------------------------------------------------------------


def userinfo_sub(userinfo: Claims, sub: str) -> None:
    """Userinfo speaks of the same subject (OIDC Core 1.0, 5.3.2)."""
    if userinfo.get("sub") != sub:
        raise Refusal("userinfo.sub", "userinfo speaks of another subject than the ID token")


def tenant(identity: Identity, expected: str) -> None:
    """The token was made by the organisation's own tenant at the identity provider."""
    if expected and identity.tenant != expected:
        raise Refusal("tenant", "the token comes from another tenant than the organisation's")


def account_not_invited(account: Account, organisation: Organisation) -> None:
    """Where an organisation admits only invited people, this is one of them."""
    if organisation.admits == "invited" and account.member is None:
        raise Refusal("account.not_invited", "the organisation admits only invited people")


def account_disabled(account: Account) -> None:
    """The account was not disabled here, whatever the identity provider says."""
    if account.disabled or (account.member is not None and account.member.status == "disabled"):
        raise Refusal("account.disabled", "the account is disabled in this organisation")


def session_tenant(session: Session, organization_id: str, region: str) -> None:
    """A session is good only for the organisation and region that made it."""
    if (session.organization_id, session.region) != (organization_id, region):
        raise Refusal("session.tenant", "the session belongs to another organisation")


def usable_endpoint(url: object, issuer: str) -> bool:
    """Whether `url` is an absolute address as well protected as the issuer's own, and as public (RFC 9700, 2.6).

    A public issuer that names an address inside our network would have us call it (server-side request forgery).
    """
    try:
        parts, own = urlsplit(url if isinstance(url, str) else ""), urlsplit(issuer)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.scheme not in {"https", own.scheme}:
        return False
    return wire.public(host) or not wire.public(own.hostname or "")


def discovery_issuer(metadata: Mapping[str, Any], issuer: str) -> None:
    """The metadata speaks for exactly the issuer that was configured (OIDC Discovery 1.0, 4.3)."""
    if metadata.get("issuer") != issuer:
        raise Refusal("discovery.issuer", 'the "issuer" in the metadata is not the configured one')


def discovery_endpoints(metadata: Mapping[str, Any], issuer: str) -> None:
    """The metadata names the endpoints a login needs, as absolute addresses on https (OIDC Discovery 1.0, 3)."""
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        if not usable_endpoint(metadata.get(name), issuer):
            raise Refusal("discovery.endpoints", f'the metadata holds no usable "{name}"')
