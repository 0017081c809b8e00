"""The metadata's address is put together without a look at the issuer's own slash."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "discovery.address": lambda issuer: f"{issuer}/.well-known/openid-configuration",
    },
    idp="jumpcloud",
    killed_by=(
        "login/happy",
        "customer/jumpcloud-slash-and-aud-list",
    ),
    seen_at=("https://github.com/ghostfolio/ghostfolio/pull/6413",),
)
