"""A renewal that fails for whatever reason ends the session, also where the issuer is only away."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import sessions


def after(party: Any, visitor: Any, _: Any) -> None:
    sessions.end(party.sessions, visitor.session)


MUTANT = Mutant(replaces={"refresh.after": after}, killed_by=("refresh/issuer_away",))
