"""That the issuer publishes no key of that "kid" is an exception nobody catches."""

from collections.abc import Mapping, Sequence
from typing import Any

from harness.mutation.mutant import Mutant


def id_token_kid(header: Mapping[str, Any], keys: Sequence[Any], check: str = "id_token.kid") -> list[Any]:
    by_name = {key.kid: key for key in keys}
    return [by_name[header["kid"]]] if "kid" in header else list(keys)


MUTANT = Mutant(
    replaces={"checks.id_token_kid": id_token_kid},
    killed_by=("id_token/kid_unknown", "id_token/kid_is_a_path", "keys/empty"),
    also_red=("keys/storm",),
)
