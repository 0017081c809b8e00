"""The ID token: from a compact JWS to claims that may be believed, every check in the order of OIDC Core 1.0, 3.1.3.7."""

from typing import Any

from . import checks, discovery
from .configuration import Connection
from .relying_party import RelyingParty
from .transactions import Transaction


async def verified(party: RelyingParty, connection: Connection, raw: str) -> dict[str, Any]:
    """The claims of `raw`, proven to be signed by the connection's issuer with an agreed algorithm."""
    header = checks.id_token_header(raw)
    checks.id_token_crit(header)
    alg = checks.id_token_alg(header, connection)
    keys = checks.id_token_kid(header, await discovery.keys(party, connection, header.get("kid")))
    return checks.id_token_signature(raw, keys, alg)


async def claims(party: RelyingParty, connection: Connection, raw: str, transaction: Transaction) -> dict[str, Any]:
    """The claims of `raw`, checked to be meant for this login.

    Raises:
        Refusal: one of "id_token.*", "jwks.*" or "discovery.*".
    """
    found = await verified(party, connection, raw)
    now = party.clock()
    checks.id_token_iss(found, connection)
    checks.id_token_aud(found, connection)
    checks.id_token_azp(found, connection)
    checks.id_token_exp(found, now)
    checks.id_token_iat(found, now)
    checks.id_token_nbf(found, now)
    checks.nonce(found, transaction)
    checks.id_token_sub(found)
    return found
