"""The page for an error links to whatever address the error names."""

from html import escape
from typing import Any

from fastapi.responses import HTMLResponse

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages

_refused = pages.refused


def refused(request: Any, refusal: Any, **given: Any) -> Any:
    answer = _refused(request, refusal, **given)
    more = f'<p><a href="{escape(request.query_params.get("error_uri", ""))}">More about this error</a></p></main>'
    return HTMLResponse(bytes(answer.body).decode().replace("</main>", more, 1), answer.status_code)


MUTANT = Mutant(replaces={"pages.refused": refused}, killed_by=("errors/markup",))
