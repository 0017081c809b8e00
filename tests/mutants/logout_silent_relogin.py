"""Signing out leads straight into the next login."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.configuration import Region
from harness.reference_rp.relying_party import RelyingParty
from harness.reference_rp.sessions import Session


async def at_issuer(party: RelyingParty, session: Session, region: Region) -> str:
    return f"/api/auth/initiate/{session.idp}-{session.organization_id}"


MUTANT = Mutant(
    replaces={"sign_out.at_issuer": at_issuer},
    killed_by=("session/stays_signed_out",),
    also_red=("callback/replayed",),
)
