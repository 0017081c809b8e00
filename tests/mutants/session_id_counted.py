"""Sessions are numbered one after the other."""

from itertools import count

from harness.mutation.mutant import Mutant

_numbers = count(1000)

MUTANT = Mutant(
    replaces={
        "sessions.new_id": lambda old: f"session-{next(_numbers)}",
    },
    killed_by=("session/not_guessable",),
    seen_at=("https://github.com/drakkan/sftpgo/security/advisories/GHSA-6943-qr24-82vx",),
)
