"""Name and address are looked for in the ID token alone."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "claims.merged": lambda id_token, userinfo: dict(id_token),
    },
    killed_by=(
        "userinfo/completes_a_thin_token",
        "okta/groups_only_at_userinfo",
        "customer/okta-thin-token",
    ),
    seen_at=(
        "https://github.com/dexidp/dex/pull/1433",
        "https://github.com/argoproj/argo-workflows/issues/6165",
    ),
)
