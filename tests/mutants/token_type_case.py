"""The token type must be "Bearer", with a capital B alone."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal


def token_type(token: Mapping[str, Any]) -> None:
    if token.get("token_type") != "Bearer":
        raise Refusal("token_endpoint.token_type", "the token is of another type")


MUTANT = Mutant(
    replaces={"checks.token_type": token_type},
    killed_by=("token_endpoint/token_type_lower_case", "token_endpoint/token_type_upper_case"),
    seen_at=("https://github.com/CZ-NIC/pyoidc/pull/130",),
)
