"""An address that the browser brings with the answer is believed."""

from contextvars import ContextVar
from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback

_answer, _identify = callback.answer, callback.identify
_FOUND: ContextVar[dict[str, str]] = ContextVar("found")


async def answer(request: Any) -> dict[str, str]:
    _FOUND.set(await _answer(request))
    return _FOUND.get()


async def identify(party: Any, connection: Any, claims: Any, token: Any) -> Any:
    told = {name: value for name, value in _FOUND.get().items() if name == "email"}
    return await _identify(party, connection, {**claims, **told}, token)


MUTANT = Mutant(
    replaces={"callback.answer": answer, "callback.identify": identify},
    killed_by=("callback/claims_in_the_answer",),
    seen_at=("https://github.com/nhosoya/omniauth-apple/security/advisories/GHSA-49r3-2549-3633",),
)
