"""How a client authenticates is remembered from its first login on, whatever support corrects later."""

from dataclasses import replace
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint
from harness.reference_rp.relying_party import RelyingParty

_client, _reset = token_endpoint.client, RelyingParty.reset
_remembered: dict[str, str] = {}


def client(party: Any, connection: Any) -> Any:
    method = _remembered.setdefault(connection.client_id, connection.auth_method)
    return _client(party, replace(connection, auth_method=method))


def reset(party: RelyingParty) -> None:
    _remembered.clear()
    _reset(party)


MUTANT = Mutant(
    replaces={"token_endpoint.client": client, "relying_party.RelyingParty.reset": reset},
    idp="jumpcloud",
    killed_by=("jumpcloud/auth_method_corrected",),
)
