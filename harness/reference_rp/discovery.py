"""Issuer metadata and signing keys: fetched when needed, cached when good, never cached when bad."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from joserfc import jwk
from joserfc.errors import JoseError
from joserfc.jwk import Key

from . import checks, wire
from .refusal import Refusal

if TYPE_CHECKING:
    from .configuration import Connection
    from .relying_party import RelyingParty

METADATA_SECONDS = 3600.0
KEYS_SECONDS = 3600.0
REFETCHES = 3
COOLDOWN = 30.0  # seconds in which at most REFETCHES unknown "kid"s lead to a new fetch
MAX_ISSUERS = 1000
MAX_KEYS = 50


@dataclass(slots=True)
class Kept:
    """What is known of one issuer; times in seconds since the epoch."""

    metadata: Mapping[str, Any] | None = None
    metadata_at: float = 0.0
    keys: list[Key] | None = None
    keys_at: float = 0.0
    refetched_at: list[float] = field(default_factory=list)


def address(issuer: str) -> str:
    """The metadata's address: one trailing slash of the issuer is dropped before the path (OIDC Discovery 1.0, 4.1)."""
    return issuer.removesuffix("/") + "/.well-known/openid-configuration"


def kept(party: "RelyingParty", issuer: str) -> Kept:
    """The place where things of `issuer` are kept."""
    if len(party.issuers) >= MAX_ISSUERS and issuer not in party.issuers:
        party.issuers.clear()
    return party.issuers.setdefault(issuer, Kept())


async def metadata(party: "RelyingParty", connection: "Connection") -> Mapping[str, Any]:
    """The metadata of the connection's issuer.

    Raises:
        Refusal: "discovery.unavailable", "discovery.issuer" or "discovery.endpoints".
    """
    place, now = kept(party, connection.issuer), party.clock()
    if place.metadata is None or not 0 <= now - place.metadata_at < METADATA_SECONDS:
        found = await fetch_metadata(party, connection.issuer)
        place.metadata, place.metadata_at = found, now
    return place.metadata


async def fetch_metadata(party: "RelyingParty", issuer: str) -> Mapping[str, Any]:
    """Fresh metadata of `issuer`, checked."""
    try:
        response = await wire.get(party.http, party.configuration, address(issuer))
        if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
            raise Refusal("discovery.unavailable", f"the metadata answered HTTP {response.status_code}")
        found = wire.json_object(response)
    except wire.Unavailable as error:
        raise Refusal("discovery.unavailable", f"metadata: {error}") from error
    checks.discovery_issuer(found, issuer)
    checks.discovery_endpoints(found, issuer)
    return found


def may_refetch(place: Kept, now: float) -> bool:
    """Whether an unknown "kid" may lead to a fetch now; made-up ones must not become a storm at the issuer."""
    place.refetched_at[:] = [at for at in place.refetched_at if 0 <= now - at < COOLDOWN]
    return len(place.refetched_at) < REFETCHES


async def keys(party: "RelyingParty", connection: "Connection", kid: object) -> list[Key]:
    """The issuer's signing keys, fetched again when `kid` is not among them (OIDC Core 1.0, 10.1.1).

    Raises:
        Refusal: "jwks.unavailable", or those of `metadata`.
    """
    place, now = kept(party, connection.issuer), party.clock()
    if place.keys is None or not 0 <= now - place.keys_at < KEYS_SECONDS:
        place.keys, place.keys_at = await fetch_keys(party, connection), now
    elif kid is not None and all(key.kid != kid for key in place.keys) and may_refetch(place, now):
        place.refetched_at.append(now)
        place.keys, place.keys_at = await fetch_keys(party, connection), now
    return place.keys


async def fetch_keys(party: "RelyingParty", connection: "Connection") -> list[Key]:
    """The keys published now."""
    found = await metadata(party, connection)
    try:
        response = await wire.get(party.http, party.configuration, found["jwks_uri"])
        if response.status_code != 200:  # noqa: PLR2004 - HTTP's own number
            raise Refusal("jwks.unavailable", f"the keys answered HTTP {response.status_code}")
        listed = wire.json_object(response).get("keys")
    except wire.Unavailable as error:
        raise Refusal("jwks.unavailable", f"keys: {error}") from error
    if not isinstance(listed, list):
        raise Refusal("jwks.unavailable", 'the key set holds no "keys"')
    return [key for item in listed[:MAX_KEYS] if (key := signing_key(item, connection)) is not None]


def signing_key(item: object, connection: "Connection") -> Key | None:
    """The public key in one entry of a key set; None for what cannot verify this issuer's signatures.

    Unknown kinds are skipped (RFC 7517, 5). Entra's entries name the issuer they are for, with "{tenantid}" left open
    (https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens, "Validate the issuer").
    """
    if not isinstance(item, dict) or item.get("use", "sig") != "sig" or item.get("kty") not in {"RSA", "EC", "OKP"}:
        return None
    tenant = urlsplit(connection.issuer).path.strip("/").partition("/")[0]
    issuer = item.get("issuer")
    if isinstance(issuer, str) and issuer.replace("{tenantid}", tenant) != connection.issuer:
        return None
    try:
        return jwk.import_key({name: value for name, value in item.items() if name not in _PRIVATE})
    except (JoseError, ValueError, TypeError, AttributeError, KeyError):
        return None


# A key set that leaks private members still only serves to verify.
_PRIVATE = frozenset({"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
