"""Signing out at the issuer does not say whom."""

from harness.mutation.mutant import Mutant
from harness.reference_rp import sign_out

_parameters = sign_out.logout_parameters

MUTANT = Mutant(
    replaces={
        "sign_out.logout_parameters": lambda *given: {
            name: value for name, value in _parameters(*given).items() if name != "id_token_hint"
        },
    },
    killed_by=("okta/logout_with_its_hint", "okta/logout_leaves_nothing"),
    also_red=("logout/at_the_issuer_too", "logout/return_with_another_state"),
)
