"""Whoever was switched off here still comes in by SSO."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.account_disabled": lambda account: None,
    },
    killed_by=("session/disabled_account",),
    seen_at=("https://github.com/go-vikunja/vikunja/security/advisories/GHSA-94xm-jj8x-3cr4",),
)
