"""A token without "at_hash" is refused."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal

_nonce = checks.nonce


def nonce(claims: Any, transaction: Any) -> None:
    if "at_hash" not in claims:
        raise Refusal("id_token.at_hash", '"at_hash" is missing')
    _nonce(claims, transaction)


MUTANT = Mutant(replaces={"checks.nonce": nonce}, killed_by=("id_token/without_at_hash",))
