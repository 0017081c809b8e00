"""A second person who signs in keeps the first one's rights."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import sessions
from harness.reference_rp.sessions import Session, Sessions

_begin = sessions.begin


def begin(held: Sessions, session: Session, previous: Session | None) -> None:
    if previous:
        session.roles = tuple(sorted({*session.roles, *previous.roles}))
    _begin(held, session, previous)


MUTANT = Mutant(
    replaces={"sessions.begin": begin},
    killed_by=("session/user_switch",),
    seen_at=("https://github.com/oauth2-proxy/oauth2-proxy/security/advisories/GHSA-f24x-5g9q-753f",),
)
