"""A claim that is null makes the token no token, whether anybody wants the claim or not."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal

_id_token_sub = checks.id_token_sub


def id_token_sub(claims: Any) -> str:
    if any(value is None for value in claims.values()):
        raise Refusal("id_token.format", "a claim is null")
    return _id_token_sub(claims)


MUTANT = Mutant(
    replaces={"checks.id_token_sub": id_token_sub},
    killed_by=("id_token/unknown_claims", "name/null"),
    also_red=("groups/null",),
)
