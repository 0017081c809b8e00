"""The access token is verified like the ID token, with a key that Okta's org server publishes nowhere."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, id_token
from harness.reference_rp.configuration import Connection
from harness.reference_rp.relying_party import RelyingParty

_identify = callback.identify


async def identify(party: RelyingParty, connection: Connection, claims: dict[str, Any], token: Any) -> Any:
    await id_token.verified(party, connection, str(token["access_token"]))
    return await _identify(party, connection, claims, token)


MUTANT = Mutant(
    replaces={"callback.identify": identify},
    killed_by=("login/happy", "okta/org_access_token_is_opaque"),
)
