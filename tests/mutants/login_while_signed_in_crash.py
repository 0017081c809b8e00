"""Whoever is signed in and begins a login has no anonymous session, which the app counts on."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in, visit

_leave = sign_in.leave


async def leave(request: Any, *given: Any) -> Any:
    if visit.session(visit.party(request), request, visit.region(request)):
        raise KeyError("anonymous")
    return await _leave(request, *given)


MUTANT = Mutant(
    replaces={"sign_in.leave": leave},
    killed_by=("session/user_switch", "session/fixation"),
    seen_at=("https://github.com/nextcloud/user_oidc/issues/1000",),
)
