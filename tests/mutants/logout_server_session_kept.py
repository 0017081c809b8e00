"""Signing out takes the cookie away and keeps the session."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "sessions.end": lambda sessions, session: None,
    },
    killed_by=("session/signed_out_for_good",),
    also_red=("logout/back_channel",),
    seen_at=(
        "https://github.com/auth0/nextjs-auth0/blob/main/CHANGELOG.md",
        "https://github.com/auth0/nextjs-auth0/pull/2530",
    ),
)
