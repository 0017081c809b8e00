"""Every error is taken to bring a description."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal


def idp_error(found: Mapping[str, str]) -> None:
    if "error" in found:
        said = found["error_description"].partition("\n")[0]
        raise Refusal("idp_error", "the issuer refused", idp_error=found["error"], idp_description=said)


MUTANT = Mutant(
    replaces={"checks.idp_error": idp_error},
    idp="entra",
    killed_by=("login/cancelled",),
    also_red=("entra/cancelled_with_decoded_state", "errors/access_denied", "customer/denied-loop"),
)
