"""Whoever is not invited is sent back to the identity provider, which has a session and answers at once."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import return_address, sign_in
from harness.reference_rp.refusal import Refusal

_refused = sign_in.refused


def refused(request: Request, refusal: Refusal, organization_id: str, idp: str) -> Response:
    if refusal.check != "account.not_invited":
        return _refused(request, refusal, organization_id, idp)
    return return_address.go(f"/api/auth/initiate/{idp}-{organization_id}")


MUTANT = Mutant(
    replaces={"sign_in.refused": refused},
    killed_by=("customer/denied-loop",),
    also_red=("account/not_invited", "account/unverified_address"),
)
