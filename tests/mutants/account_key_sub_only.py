"""An account is found by its subject alone, whoever the issuer is."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda organisation, connection, identity: (identity.account_key,),
    },
    killed_by=("account/same_subject_elsewhere",),
    seen_at=(
        "https://github.com/golang/vulndb/blob/master/data/osv/GO-2026-6216.json",
        "https://github.com/nextcloud/user_oidc/pull/502",
    ),
)
