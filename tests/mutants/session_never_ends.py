"""A session without a sign-out lives for ever."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "sessions.Sessions.find": lambda self, session_id, now: self._by_id.get(session_id),
    },
    killed_by=("session/ends_in_the_end",),
    seen_at=("https://github.com/coder/coder/security/advisories/GHSA-3rw9-wmc8-8948",),
)
