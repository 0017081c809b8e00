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
    seen_at=(
        "https://www.descope.com/blog/post/noauth",
        "https://nhimg.org/community/nhi-breaches/noauth-abuse-and-cross-tenant-account-takeover-what-teams-miss/",
        "https://github.com/golang/vulndb/issues/1875",
        "https://github.com/trickest/cve/issues/39",
        "https://github.com/synth/omniauth-microsoft_graph/security/advisories/GHSA-5g66-628f-7cvj",
        "https://github.com/python-social-auth/social-app-django/issues/231",
        "https://github.com/ubicloud/ubicloud/pull/5307",
    ),
)
