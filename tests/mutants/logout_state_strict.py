"""Coming back from the issuer's sign-out with another state, or none, is an error."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import pages, sign_out
from harness.reference_rp.refusal import Refusal

_returned = sign_out.returned


def returned(request: Request) -> Response:
    if len(request.query_params.get("state", "")) < 20:
        return pages.refused(request, Refusal("state", "the issuer did not return our state"))
    return _returned(request)


MUTANT = Mutant(
    replaces={"sign_out.returned": returned},
    killed_by=("logout/return_with_another_state",),
    seen_at=("https://github.com/auth0/nextjs-auth0/pull/2728",),
)
