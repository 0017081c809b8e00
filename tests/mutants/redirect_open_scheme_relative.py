"""Of the return address only a slash at the beginning is asked."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "return_address.safe": lambda address, origin: address if address.startswith("/") else "/workspace",
    },
    killed_by=("login/unsafe_return_address",),
    seen_at=(
        "https://github.com/bitly/oauth2_proxy/issues/478",
        "https://github.com/miniflux/v2/security/advisories/GHSA-wqv2-4wpg-8hc9",
        "https://github.com/getredash/redash/issues/2822",
    ),
)
