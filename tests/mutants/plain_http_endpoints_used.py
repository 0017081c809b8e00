"""Endpoints may be without TLS."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.usable_endpoint": lambda url, issuer: isinstance(url, str),
    },
    killed_by=("discovery/plain_http_endpoint",),
)
