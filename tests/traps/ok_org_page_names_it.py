"""The answer to a name without single sign-on repeats the name, as text."""

from html import escape
from typing import Any

from fastapi.responses import HTMLResponse

from harness.reference_rp import sign_in
from harness.traps.trap import Trap

_unknown = sign_in.unknown_organisation


def unknown(request: Any, refusal: Any, typed: str, return_to: str) -> Any:
    """The same page, with the name in its heading."""
    answer = _unknown(request, refusal, typed, return_to)
    return HTMLResponse(bytes(answer.body).decode().replace("</h1>", f": {escape(typed)}</h1>", 1), answer.status_code)


TRAP = Trap(
    allowed_by="OWASP ASVS 4.0, 3.2 (what must not differ is the answer, not the question)",
    replaces={"sign_in.unknown_organisation": unknown},
    near=("organisation/hidden", "organisation/markup", "login/organisation_unknown"),
)
