"""What the issuer says of an error is put into the page as markup."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import escape

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in
from harness.reference_rp.refusal import Refusal

_refused = sign_in.refused


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    response = _refused(request, refusal, organization_id, idp)
    said, page = refusal.idp_description, bytes(response.body).decode()
    return HTMLResponse(page.replace(str(escape(said)), said), response.status_code) if said else response


MUTANT = Mutant(replaces={"sign_in.refused": refused}, killed_by=("errors/markup",))
