"""The text of an error goes into a header of the answer as it came."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages

_refused = pages.refused


def refused(request: Any, refusal: Any, **given: Any) -> Any:
    answer = _refused(request, refusal, **given)
    answer.headers["X-Error"] = refusal.idp_description.encode("ascii", "replace").decode()
    return answer


MUTANT = Mutant(replaces={"pages.refused": refused}, killed_by=("errors/line_breaks",))
