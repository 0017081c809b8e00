"""The claim "email_verified" is parsed as the text it always was: "true" or "false"."""

from harness.mutation.mutant import Mutant
from harness.reference_rp.claims import Claims


def truth(claims: Claims, name: str) -> bool | None:
    if name == "email_verified":
        return {"true": True, "false": False}[claims[name].lower()]
    return None


MUTANT = Mutant(
    replaces={"claims.truth": truth},
    idp="jumpcloud",
    killed_by=("jumpcloud/email_verified_as_number", "jumpcloud/email_verified_absent"),
    also_red=("jumpcloud/email_verified_as_boolean", "account/without_address"),
)
