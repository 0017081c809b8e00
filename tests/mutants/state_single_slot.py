"""A browser has room for one login at a time; the second pushes the first one out."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "transactions.PER_BROWSER": 1,
    },
    killed_by=(
        "login/second_begun_meanwhile",
        "login/two_tabs",
        "customer/two-tabs-back-prefetch",
    ),
)
