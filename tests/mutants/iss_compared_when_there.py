"""The parameter "iss" is compared when it is there, and not missed when it was promised."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal
from harness.reference_rp.transactions import Transaction


def iss_param(found: Mapping[str, str], transaction: Transaction) -> None:
    if found.get("iss", transaction.issuer) != transaction.issuer:
        raise Refusal("iss_param", "another issuer answers")


MUTANT = Mutant(
    replaces={"checks.iss_param": iss_param},
    idp="keycloak",
    killed_by=("callback/promised_iss_dropped",),
)
