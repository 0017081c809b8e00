"""A session is good in either region."""

from fastapi import Request

from harness.mutation.mutant import Mutant
from harness.reference_rp import cookies
from harness.reference_rp.configuration import Region
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.sessions import Session


def session(party: RelyingParty, request: Request, region: Region) -> Session | None:
    return party.sessions.find(cookies.read(request, cookies.SESSION, region), party.clock())


MUTANT = Mutant(
    replaces={"visit.session": session, "checks.session_tenant": lambda session, organization_id, region: None},
    killed_by=("session/of_the_other_region",),
    also_red=("session/of_another_organisation",),
)
