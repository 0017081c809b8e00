"""What userinfo says takes the place of the ID token's claims, at every provider."""

from dataclasses import replace

from harness.mutation.mutant import Mutant
from harness.reference_rp.adapters import entra

MUTANT = Mutant(
    replaces={
        "adapters.entra.ADAPTER": replace(entra.ADAPTER, userinfo=True),
        "claims.merged": lambda id_token, userinfo: dict(userinfo),
        "checks.userinfo_sub": lambda userinfo, sub: None,
    },
    idp="entra",
    killed_by=("login/happy", "entra/userinfo_is_sparse", "entra/token_for_our_own_api"),
)
