"""A customer's client is made at the first login and kept, whatever support corrects later."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint
from harness.reference_rp.relying_party import RelyingParty

_client, _reset = token_endpoint.client, RelyingParty.reset
_made: dict[str, Any] = {}


def client(party: Any, connection: Any) -> Any:
    return _client(party, _made.setdefault(connection.issuer, connection))


def reset(party: RelyingParty) -> None:
    _made.clear()
    _reset(party)


MUTANT = Mutant(
    replaces={"token_endpoint.client": client, "relying_party.RelyingParty.reset": reset},
    killed_by=("okta/id_and_secret_swapped",),
)
