"""A token answer with members that nobody knows is refused."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import token_endpoint, wire
from harness.reference_rp.refusal import Refusal

KNOWN = {"access_token", "token_type", "expires_in", "refresh_token", "scope", "id_token"}

_answer = token_endpoint.answer


def answer(response: Any) -> Any:
    if response.status_code == 200 and not wire.json_object(response).keys() <= KNOWN:
        raise Refusal("token_endpoint.answer", "the answer has unknown members")
    return _answer(response)


MUTANT = Mutant(replaces={"token_endpoint.answer": answer}, killed_by=("token_endpoint/unknown_members",))
