"""A refusal at the token endpoint is taken to have OAuth's "error", which Okta's own shape has not."""

from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_refused = token_endpoint.refused


def refused(found: Mapping[str, Any]) -> None:
    if "access_token" not in found:
        found = {"error": found["error"], **found}
    _refused(found)


MUTANT = Mutant(
    replaces={"token_endpoint.refused": refused},
    killed_by=(
        "okta/app_deleted_during_a_login",
        "okta/too_many_tokens",
        "token_endpoint/without_access_token",
    ),
)
