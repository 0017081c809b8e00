"""The token answer's media type must be "application/json", letter by letter."""

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint
from harness.reference_rp.refusal import Refusal

_answer = token_endpoint.answer


def answer(response: httpx2.Response) -> httpx2.Response:
    if response.headers.get("content-type") != "application/json":
        raise Refusal("token_endpoint.answer", "the answer is of another media type")
    return _answer(response)


MUTANT = Mutant(
    replaces={"token_endpoint.answer": answer},
    killed_by=("token_endpoint/media_type",),
    seen_at=("https://github.com/BookStackApp/BookStack/pull/5337",),
)
