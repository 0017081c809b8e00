"""The session keeps the id that the browser brought."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import sessions

_new_id = sessions.new_id

MUTANT = Mutant(
    replaces={
        "sessions.new_id": lambda old: old or _new_id(old),
    },
    killed_by=("session/fixation",),
)
