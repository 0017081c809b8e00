"""The checks of a logout token, in their order (OpenID Connect Back-Channel Logout 1.0, 2.6); names as in `checks.ORDER`."""

from typing import Any

from . import checks
from .claims import Claims, number
from .configuration import Connection
from .refusal import Refusal

EVENT = "http://schemas.openid.net/event/backchannel-logout"


def iss(claims: Claims, connection: Connection) -> None:
    """The issuer is the connection's."""
    if claims.get("iss") != connection.issuer:
        raise Refusal("logout_token.iss", '"iss" is not the issuer of this connection')


def aud(claims: Claims, connection: Connection) -> None:
    """The audience is our client."""
    given = claims.get("aud")
    if connection.client_id not in ([given] if isinstance(given, str) else given if isinstance(given, list) else []):
        raise Refusal("logout_token.aud", '"aud" does not hold our client id')


def exp(claims: Claims, now: float) -> None:
    """The token has an end, and it is not past (2.4: REQUIRED)."""
    end = number(claims, "exp")
    if end is None or now >= end + checks.leeway():
        raise Refusal("logout_token.exp", '"exp" is missing or past')


def iat(claims: Claims, now: float) -> None:
    """The token has a beginning, and it is not in the future."""
    begun = number(claims, "iat")
    if begun is None or begun > now + checks.leeway():
        raise Refusal("logout_token.iat", '"iat" is missing or in the future')


def events(claims: Claims) -> None:
    """The token says that it is about a logout; an ID token does not."""
    given = claims.get("events")
    if not isinstance(given, dict) or not isinstance(given.get(EVENT), dict):
        raise Refusal("logout_token.events", '"events" does not name a back-channel logout')


def nonce(claims: Claims) -> None:
    """There is no nonce, so that no ID token passes for a logout token."""
    if "nonce" in claims:
        raise Refusal("logout_token.nonce", 'a logout token must not hold "nonce"')


def subject(claims: Claims) -> tuple[str, str]:
    """The subject and the session id; one may be empty, not both."""
    sub, sid = claims.get("sub", ""), claims.get("sid", "")
    if not isinstance(sub, str) or not isinstance(sid, str) or not (sub or sid):
        raise Refusal("logout_token.subject", 'neither "sub" nor "sid" says who is to be signed out')
    return sub, sid


def jti(claims: Claims, seen: dict[str, float], now: float) -> None:
    """The token has an id that was not seen before; `seen` maps ids to when they may be forgotten, and is renewed."""
    given: Any = claims.get("jti")
    for old in [name for name, until in seen.items() if until <= now]:
        del seen[old]
    if not isinstance(given, str) or not given or given in seen:
        raise Refusal("logout_token.jti", '"jti" is missing or was seen before')
    if len(seen) < 10_000:  # noqa: PLR2004 - a bound on memory; every id kept is from a token with a good signature
        seen[given[:255]] = (number(claims, "exp") or now) + checks.leeway()
