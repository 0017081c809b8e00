"""Whoever the issuer once signed out stays signed out, in every later session as well."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import issuer_logout, sessions, visit

_meant, _session, _clear = issuer_logout.meant, visit.session, sessions.Sessions.clear
_ended: set[tuple[str, str]] = set()


def meant(*given: Any) -> Any:
    found = _meant(*given)
    _ended.update((each.issuer, each.subject) for each in found)
    return found


def session(party: Any, request: Any, region: Any) -> Any:
    found = _session(party, request, region)
    return None if found and (found.issuer, found.subject) in _ended else found


def clear(held: Any) -> None:
    _ended.clear()
    _clear(held)


MUTANT = Mutant(
    replaces={"issuer_logout.meant": meant, "visit.session": session, "sessions.Sessions.clear": clear},
    killed_by=("logout/then_in_again",),
    seen_at=("https://github.com/auth0/express-openid-connect/pull/649",),
)
