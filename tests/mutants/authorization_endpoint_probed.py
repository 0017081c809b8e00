"""Before anybody leaves, the very request is made once by the app, to see whether the issuer would answer it."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_in, visit, wire

_leave = sign_in.leave


async def leave(request: Any, *given: Any) -> Any:
    response = await _leave(request, *given)
    party = visit.party(request)
    await wire.get(party.http, party.configuration, response.headers["location"])
    return response


MUTANT = Mutant(replaces={"sign_in.leave": leave}, killed_by=("okta/too_many_logins",))
