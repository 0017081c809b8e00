"""Refresh tokens: a session that has one asks the issuer now and then whether its person may stay.

Tokens rotate, so two requests of one session must never refresh at once: the second would present a spent token, and
issuers answer that by revoking the whole chain.
"""

from weakref import WeakKeyDictionary

import anyio

from . import checks, discovery, id_token, sessions, token_endpoint
from .configuration import Connection
from .refusal import Refusal
from .relying_party import RelyingParty
from .visit import Visitor

RETRY = 60.0  # seconds until an issuer that did not answer is asked again

_locks: "WeakKeyDictionary[object, anyio.Lock]" = WeakKeyDictionary()


async def keep(party: RelyingParty, visitor: Visitor | None) -> Visitor | None:
    """The visitor, still signed in; None when the issuer has withdrawn its consent, and the session has ended.

    An issuer that cannot be reached ends nothing: the session goes on and asks again later.
    """
    if visitor is None or not due(party, visitor):
        return visitor
    async with lock(visitor):
        if not due(party, visitor):
            return visitor
        try:
            await renew(party, visitor)
        except Refusal as refusal:
            return after(party, visitor, refusal)
    return visitor


def due(party: RelyingParty, visitor: Visitor) -> bool:
    """Whether the access token has run out and there is a refresh token for a new one."""
    at = visitor.session.access_expires_at
    return bool(visitor.session.refresh_token) and at is not None and party.clock() >= at


def lock(visitor: Visitor) -> anyio.Lock:
    """The lock of one session."""
    return _locks.setdefault(visitor.session, anyio.Lock())


async def renew(party: RelyingParty, visitor: Visitor) -> None:
    """Spend the refresh token and keep the new one.

    Raises:
        Refusal: one of "token_endpoint.*", "connection.*", "id_token.*", "refresh.sub" and those of the metadata.
    """
    session = visitor.session
    connection = visitor.organisation.connection
    if connection is None or (connection.issuer, connection.client_id) != (session.issuer, session.client_id):
        raise Refusal("token_endpoint.invalid_grant", "the connection was changed")
    checks.connection_active(connection)
    metadata = await discovery.metadata(party, connection)
    token = await token_endpoint.refresh(party, connection, metadata, session.refresh_token)
    session.refresh_token = str(token["refresh_token"])
    session.access_expires_at = party.clock() + token_endpoint.lifetime(token)
    if token.get("id_token"):
        await same_person(party, connection, str(token["id_token"]), session.subject)
        session.id_token = str(token["id_token"])


async def same_person(party: RelyingParty, connection: Connection, raw: str, subject: str) -> None:
    """An ID token that comes with a refresh is from the same issuer, for us, and about the same subject (Core, 12.2)."""
    claims = await id_token.verified(party, connection, raw)
    checks.id_token_iss(claims, connection)
    checks.id_token_aud(claims, connection)
    checks.id_token_azp(claims, connection)
    checks.id_token_exp(claims, party.clock())
    checks.id_token_iat(claims, party.clock())
    if checks.id_token_sub(claims) != subject:
        raise Refusal("refresh.sub", "the refreshed ID token is about another subject")


def after(party: RelyingParty, visitor: Visitor, refusal: Refusal) -> Visitor | None:
    """What a failed refresh means: trouble at the issuer is waited out, anything else ends the session."""
    if refusal.check.endswith(".unavailable"):
        visitor.session.access_expires_at = party.clock() + RETRY
        return visitor
    sessions.end(party.sessions, visitor.session)
    return None
