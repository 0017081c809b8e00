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
)
