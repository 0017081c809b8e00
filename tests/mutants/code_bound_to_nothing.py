"""Nothing binds the code to the login that asked for it: there is no PKCE, and the nonce is never compared."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={"authorization.new_verifier": lambda: "", "checks.nonce": lambda claims, transaction: None},
    killed_by=("callback/code_of_another_login",),
    also_red=("request/complete", "id_token/wrong_nonce", "id_token/without_nonce"),
)
