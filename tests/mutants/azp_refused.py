"""A token that names its client in "azp" is refused."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal


def id_token_azp(claims: Any, _: Any) -> None:
    if "azp" in claims:
        raise Refusal("id_token.azp", '"azp" is not expected')


MUTANT = Mutant(replaces={"checks.id_token_azp": id_token_azp}, killed_by=("id_token/azp_is_us",))
