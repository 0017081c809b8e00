"""JumpCloud's errors are taken to bring "error_hint", as its server once did."""

from collections.abc import Mapping

from harness.mutation.mutant import Mutant
from harness.reference_rp.refusal import Refusal


def idp_error(found: Mapping[str, str]) -> None:
    if "error" in found:
        hint = found["error_hint"]
        raise Refusal("idp_error", "the issuer refused", idp_error=found["error"], idp_description=hint)


MUTANT = Mutant(
    replaces={"checks.idp_error": idp_error},
    idp="jumpcloud",
    killed_by=(
        "jumpcloud/issuer_cookie_lost",
        "jumpcloud/not_in_a_bound_group_told_to_the_app",
        "jumpcloud/prompt_select_account",
    ),
    also_red=("errors/access_denied", "errors/login_required"),
)
