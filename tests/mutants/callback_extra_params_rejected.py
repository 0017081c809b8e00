"""A parameter that nobody knows ends the login."""

from collections.abc import Sequence

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks
from harness.reference_rp.refusal import Refusal

_parameters = checks.parameters
KNOWN = {"state", "code", "error", "error_description"}


def parameters(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    found = _parameters(given)
    if "state" in found and not KNOWN.issuperset(found):
        raise Refusal("callback.parameters", "a parameter is unknown")
    return found


MUTANT = Mutant(
    replaces={"checks.parameters": parameters},
    killed_by=("callback/unknown_parameters",),
    also_red=("callback/other_iss_parameter", "errors/markup"),
)
