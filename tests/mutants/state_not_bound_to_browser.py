"""Any browser may finish a login that another one began."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.state_browser": lambda transaction, browser: None,
    },
    killed_by=(
        "callback/replayed_elsewhere",
        "callback/state_of_another_browser",
        "callback/strangers_own_login",
        "callback/cookies_lost",
    ),
    seen_at=(
        "https://github.com/github/advisory-database/pull/7191",
        "https://github.com/omniauth/omniauth/wiki/Resolving-CVE-2015-9284",
        "https://github.com/openbao/openbao/security/advisories/GHSA-7q7g-x6vg-xpc3",
    ),
)
