"""An answer that comes a second time is taken for an attack, and ends the session that the first one opened."""

from fastapi import Request, Response

from harness.mutation.mutant import Mutant
from harness.reference_rp import visit
from harness.reference_rp.configuration import Region
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.relying_party import RelyingParty


def again(party: RelyingParty, request: Request, region: Region) -> Response:
    session = visit.session(party, request, region)
    if session:
        party.sessions.drop(session.id)
    raise Refusal("state", "this answer has been used already")


MUTANT = Mutant(
    replaces={"callback.again": again},
    idp="entra",
    killed_by=("entra/back_after_login", "callback/back_button"),
    also_red=("callback/reloaded",),
)
