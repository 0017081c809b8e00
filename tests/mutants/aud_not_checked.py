"""The token's audience is not looked at."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "checks.id_token_aud": lambda claims, connection: None,
    },
    killed_by=("id_token/wrong_audience", "id_token/without_audience", "id_token/audience_look_alike"),
    also_red=("id_token/audience_with_stranger",),
    seen_at=(
        "https://github.com/mozilla/mozilla-django-oidc/issues/340",
        "https://github.com/openfga/openfga/security/advisories/GHSA-hcxc-wf8j-23hv",
        "https://github.com/zitadel/zitadel/security/advisories/GHSA-g5h5-m4hm-xjrr",
    ),
)
