"""The nonce is compared only where the token has one."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import checks

_nonce = checks.nonce

MUTANT = Mutant(
    replaces={
        "checks.nonce": lambda claims, transaction: "nonce" in claims and _nonce(claims, transaction),
    },
    killed_by=("id_token/without_nonce",),
)
