"""Metadata may speak for any issuer."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.discovery_issuer": lambda metadata, issuer: None,
    },
    killed_by=(
        "discovery/of_another_issuer",
        "okta/issuer_with_a_slash",
        "okta/issuer_of_the_admin_console",
    ),
    seen_at=("https://github.com/onetimesecret/onetimesecret/issues/4513",),
)
