"""A token without "kid" has to fit the first key of the set."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_id_token_kid = checks.id_token_kid


def id_token_kid(header: Any, keys: Any, *check: str) -> Any:
    return _id_token_kid(header, keys if "kid" in header else keys[:1], *check)


MUTANT = Mutant(
    replaces={"checks.id_token_kid": id_token_kid},
    idp="entra",
    killed_by=("keys/kid_absent_among_several",),
)
