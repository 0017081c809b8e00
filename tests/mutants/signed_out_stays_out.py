"""Signing out puts the person on a list of those who are out, and nothing takes them off again."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import sessions, visit
from harness.reference_rp.sessions import Session, Sessions

_session, _end, _clear = visit.session, sessions.end, Sessions.clear
_out: set[str] = set()


def end(kept: Sessions, session: Session) -> None:
    _out.add(session.subject)
    _end(kept, session)


def session(*given: Any) -> Session | None:
    found = _session(*given)
    return None if found and found.subject in _out else found


def clear(kept: Sessions) -> None:
    _out.clear()
    _clear(kept)


MUTANT = Mutant(
    replaces={"sessions.end": end, "visit.session": session, "sessions.Sessions.clear": clear},
    idp="jumpcloud",
    killed_by=("jumpcloud/logout_here_only",),
    also_red=("logout/back_channel",),
)
