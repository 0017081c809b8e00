"""An account is found by its address."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda organisation, connection, identity: (identity.email or identity.account_key,),
    },
    idp="entra",
    killed_by=(
        "account/colleague_with_my_address",
        "account/renamed",
        "customer/entra-noauth",
        "entra/guest_with_my_address",
        "entra/domain_owner_not_verified",
        "entra/address_unlike_the_sign_in_name",
        "entra/renamed_person",
    ),
    also_red=("account/address_of_another_customer",),
)
