"""A status above 400 at the token endpoint is an exception, and the reason beside it is never read."""

import httpx2

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint

_answer = token_endpoint.answer


def answer(response: httpx2.Response) -> httpx2.Response:
    assert response.is_success, f"HTTP {response.status_code}"
    return _answer(response)


MUTANT = Mutant(
    replaces={"token_endpoint.answer": answer},
    idp="jumpcloud",
    killed_by=("jumpcloud/auth_method_mismatch", "jumpcloud/nonce_too_short"),
    also_red=("jumpcloud/auth_method_corrected", "token_endpoint/secret_expired", "token_endpoint/code_expired"),
)
