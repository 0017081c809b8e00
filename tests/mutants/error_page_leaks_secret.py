"""The page of a failed login shows the variables of every function that was running."""

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from markupsafe import escape

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in
from harness.reference_rp.refusal import Refusal

_refused = sign_in.refused


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    response, found, frame = _refused(request, refusal, organization_id, idp), "", refusal.__traceback__
    while frame is not None:
        found += str(escape(repr(frame.tb_frame.f_locals)))
        frame = frame.tb_next
    page = bytes(response.body).decode().replace("</main>", f"<pre>{found}</pre></main>")
    return HTMLResponse(page, response.status_code)


MUTANT = Mutant(
    replaces={"sign_in.refused": refused},
    killed_by=("errors/no_secrets",),
    seen_at=("https://github.com/rustfs/rustfs/pull/5147",),
)
