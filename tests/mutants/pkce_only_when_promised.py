"""The code challenge is sent only where the metadata mentions PKCE."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import authorization
from harness.reference_rp.configuration import Connection
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.transactions import Transaction

_address = authorization.address


def address(
    party: RelyingParty,
    request: Request,
    connection: Connection,
    transaction: Transaction,
    metadata: Mapping[str, Any],
    login_hint: str = "",
) -> str:
    if "code_challenge_methods_supported" not in metadata:
        transaction.verifier = ""
    return _address(party, request, connection, transaction, metadata, login_hint)


MUTANT = Mutant(replaces={"authorization.address": address}, killed_by=("discovery/without_pkce",))
