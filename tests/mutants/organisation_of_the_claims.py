"""The claim "organization_id", where there is one, says which organisation a person belongs to."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import callback

_session = callback.new_session


def new_session(*given: Any) -> Any:
    session, claims = _session(*given), given[6]
    session.organization_id = claims.get("organization_id", session.organization_id)
    return session


MUTANT = Mutant(replaces={"callback.new_session": new_session}, killed_by=("account/organisation_claimed",))
