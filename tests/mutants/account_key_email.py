"""An account is found by its address."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda organisation, connection, identity: (identity.email or identity.account_key,),
    },
    idp="entra",
    killed_by=("account/colleague_with_my_address", "account/renamed"),
    also_red=("account/address_of_another_customer",),
)
