"""The nonce is sent and never compared."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"checks.nonce": lambda claims, transaction: None},
    killed_by=("id_token/wrong_nonce", "id_token/without_nonce"),
    seen_at=("https://github.com/wildfly-security/wildfly-elytron/pull/2261",),
)
