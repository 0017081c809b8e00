"""An account is found by issuer and subject alone, though several customers may share an issuer."""

from harness.mutation.mutant import Mutant

MUTANT = Mutant(
    replaces={
        "accounts.key": lambda organisation, connection, identity: (connection.issuer, identity.account_key),
    },
    idp="jumpcloud",
    killed_by=("jumpcloud/two_customers_one_issuer", "organisation/twins_with_hyphens"),
)
