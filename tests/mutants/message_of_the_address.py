"""The sign-in page shows the message that its address holds."""

from html import escape
from typing import Any

from fastapi.responses import HTMLResponse

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages

_page = pages.page


def page(request: Any, template: str, status: int = 200, **values: Any) -> Any:
    text = bytes(_page(request, template, status, **values).body).decode()
    message = escape(request.query_params.get("message", ""))
    return HTMLResponse(text.replace("</h1>", f"</h1><p>{message}</p>", 1), status)


MUTANT = Mutant(
    replaces={"pages.page": page},
    killed_by=("errors/message_in_the_address",),
    seen_at=("https://github.com/argoproj/argo-cd/security/advisories/GHSA-xmg8-99r8-jc2j",),
)
