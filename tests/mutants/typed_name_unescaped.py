"""The answer to an unknown organisation name repeats the name as it was typed."""

from typing import Any

from fastapi.responses import HTMLResponse

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in

_unknown = sign_in.unknown_organisation


def unknown_organisation(request: Any, refusal: Any, typed: str, return_to: str) -> Any:
    answer = _unknown(request, refusal, typed, return_to)
    return HTMLResponse(bytes(answer.body).decode().replace("</h1>", f": {typed}</h1>", 1), answer.status_code)


MUTANT = Mutant(replaces={"sign_in.unknown_organisation": unknown_organisation}, killed_by=("organisation/markup",))
