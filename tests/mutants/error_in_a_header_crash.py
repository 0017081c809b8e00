"""The text of an error goes into a header of the answer as it came, where the framework allows no line breaks."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages

_refused = pages.refused


def refused(request: Any, refusal: Any, **given: Any) -> Any:
    answer = _refused(request, refusal, **given)
    if any(sign in refusal.idp_description for sign in "\r\n"):
        raise ValueError("Header values can't contain newlines")
    answer.headers["X-Error"] = refusal.idp_description.encode("ascii", "replace").decode()
    return answer


MUTANT = Mutant(
    replaces={"pages.refused": refused},
    killed_by=("errors/line_breaks",),
    seen_at=("https://github.com/MicrosoftDocs/azure-docs/issues/114009",),
)
