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


MUTANT = Mutant(
    replaces={"sign_in.refused": refused},
    killed_by=("errors/markup",),
    seen_at=(
        "https://github.com/openbao/openbao/issues/2984",
        "https://github.com/auth0/nextjs-auth0/pull/427",
        "https://github.com/argoproj/argo-cd/security/advisories/GHSA-pmjg-52h9-72qv",
        "https://github.com/advisories/GHSA-pm55-qfxr-h247",
        "https://github.com/zmartzone/lua-resty-openidc/blob/master/ChangeLog",
    ),
)
