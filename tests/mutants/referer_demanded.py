"""An answer only counts from a browser that says which page of the issuer's it comes from."""

from typing import Any
from urllib.parse import urlsplit

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback
from harness.reference_rp.refusal import Refusal

_answer = callback.answer


async def answer(request: Any) -> Any:
    if not (urlsplit(request.headers.get("referer", "")).hostname or "").endswith(".jumpcloud.com"):
        raise Refusal("state", "the answer does not come from the issuer's site")
    return await _answer(request)


MUTANT = Mutant(
    replaces={"callback.answer": answer},
    idp="jumpcloud",
    killed_by=("jumpcloud/silent_with_a_portal_session",),
    also_red=("callback/replayed", "callback/replayed_elsewhere"),
)
