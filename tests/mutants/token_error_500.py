"""Nobody is prepared for a token endpoint that says no."""

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint
from harness.reference_rp.refusal import Refusal

_answer = token_endpoint.answer


def answer(response: httpx2.Response) -> httpx2.Response:
    try:
        return _answer(response)
    except Refusal:
        return response


MUTANT = Mutant(
    replaces={"token_endpoint.answer": answer},
    killed_by=(
        "token_endpoint/error_with_status_200",
        "token_endpoint/page",
        "token_endpoint/code_expired",
        "okta/code_made_up",
        "okta/too_many_groups",
    ),
    also_red=(
        "token_endpoint/garbled",
        "token_endpoint/secret_expired",
        "errors/no_secrets",
        "token_endpoint/redirected",
        "token_endpoint/without_access_token",
    ),
)
