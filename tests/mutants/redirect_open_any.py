"""The return address is taken as it comes."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: address or "/workspace",
    },
    killed_by=(
        "return_address/absolute",
        "login/unsafe_return_address",
        "initiate/unsafe_target",
    ),
    seen_at=(
        "https://github.com/bitly/oauth2_proxy/issues/336",
        "https://github.com/golang/vulndb/issues/1425",
        "https://github.com/goharbor/harbor/security/advisories/GHSA-5757-v49g-f6r7",
        "https://github.com/concourse/concourse/security/advisories/GHSA-8w27-c4vc-88q9",
        "https://github.com/h44z/wg-portal/security/advisories/GHSA-2r2v-9pf8-6342",
        "https://github.com/mozilla/mozilla-django-oidc/blob/main/HISTORY.rst",
    ),
)
