"""Signing out takes the cookie away and keeps the session."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "sessions.end": lambda sessions, session: None,
    },
    killed_by=("session/signed_out_for_good",),
    also_red=("logout/back_channel",),
)
