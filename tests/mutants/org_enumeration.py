"""A customer whose sign-on is not active is answered otherwise than a name that nobody has."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in
from harness.reference_rp.refusal import Refusal

_unknown = sign_in.unknown_organisation


def unknown_organisation(request: Request, refusal: Refusal, typed: str, return_to: str) -> Response:
    known = refusal.detail.startswith("connection.")
    told = Refusal("connection.pending") if known else refusal
    return _unknown(request, told, typed, return_to)


MUTANT = Mutant(
    replaces={"sign_in.unknown_organisation": unknown_organisation},
    killed_by=("organisation/hidden",),
    seen_at=("https://github.com/gitpod-io/gitpod/issues/16856",),
)
