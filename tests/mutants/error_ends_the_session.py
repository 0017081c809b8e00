"""An error from the issuer ends the session that is there, whichever login it answers."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback, visit
from harness.reference_rp.configuration import Region
from harness.reference_rp.relying_party import RelyingParty

_finish = callback.finish


async def finish(party: RelyingParty, request: Request, region: Region) -> Response:
    session = visit.session(party, request, region)
    if session and "error" in request.query_params:
        party.sessions.drop(session.id)
    return await _finish(party, request, region)


MUTANT = Mutant(
    replaces={"callback.finish": finish},
    idp="jumpcloud",
    killed_by=("jumpcloud/back_to_the_sign_in_page",),
)
