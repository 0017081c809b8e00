"""A logout token ends the sessions of its subject, at whatever customer they were begun."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp.sessions import Session


def meant(party: Any, organisation: Any, connection: Any, sub: str, sid: str) -> list[Session]:
    return [each for each in party.sessions.all() if (each.subject == sub if sub else each.sid == sid)]


MUTANT = Mutant(replaces={"issuer_logout.meant": meant}, killed_by=("logout/of_a_namesake",))
