"""The back channel takes any certificate."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "wire.tls": lambda configuration: False,
    },
    killed_by=("discovery/impostor",),
    seen_at=(
        "https://github.com/argoproj/argo-cd/security/advisories/GHSA-7943-82jg-wmw5",
        "https://github.com/neuvector/neuvector/security/advisories/GHSA-4jj9-cgqc-x9h5",
    ),
)
