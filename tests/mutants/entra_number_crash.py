"""Entra's errors are told apart by their AADSTS number, and only the numbers that came up once are known."""

import re
from collections.abc import Mapping
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

KNOWN = {"70008": "too old", "54005": "used before", "9002313": "malformed"}
_refused = token_endpoint.refused


def refused(found: Mapping[str, Any]) -> None:
    number = re.match(r"AADSTS(\d+)", str(found.get("error_description")))
    if number:
        found = {**found, "error_description": KNOWN[number[1]]}
    _refused(found)


MUTANT = Mutant(
    replaces={"token_endpoint.refused": refused},
    idp="entra",
    killed_by=(
        "entra/other_wording",
        "entra/access_blocked_at_the_token",
        "entra/secret_id_for_value",
        "entra/secret_ran_out",
        "entra/platform_single_page",
        "token_endpoint/secret_expired",
    ),
)
