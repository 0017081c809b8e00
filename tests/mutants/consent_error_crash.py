"""The number in Entra's description of an error is looked up among the ones that came up once."""

import re
from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

KNOWN = {"50105": "not assigned", "65001": "no consent"}
_idp_error = checks.idp_error


def idp_error(found: Mapping[str, str]) -> None:
    number = re.match(r"AADSTS(\d+)", found.get("error_description", ""))
    _idp_error({**found, "error_description": KNOWN[number[1]]} if number else found)


MUTANT = Mutant(replaces={"checks.idp_error": idp_error}, idp="entra", killed_by=("entra/consent_declined",))
