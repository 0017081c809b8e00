"""A login begun with one issuer may be answered by another."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.callback_tenant": lambda transaction, redirect_uri: None,
    },
    killed_by=("callback/at_another_customer", "callback/mixed_up"),
    seen_at=(
        "https://github.com/golang/vulndb/issues/4170",
        "https://github.com/mckinsey/agents-at-scale-ark/pull/2994",
    ),
)
