"""The secret goes into the header, whatever the customer registered."""

from dataclasses import replace
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_client = token_endpoint.client


def client(party: Any, connection: Any) -> Any:
    return _client(party, replace(connection, auth_method="client_secret_basic"))


MUTANT = Mutant(replaces={"token_endpoint.client": client}, killed_by=("token_endpoint/secret_in_the_body",))
