"""Only an ID token that calls the address verified admits anybody."""

from typing import Any

from harness.mutation.mutant import Mutant
from harness.reference_rp import id_token
from harness.reference_rp.refusal import Refusal

_claims = id_token.claims


async def claims(*given: Any) -> dict[str, Any]:
    found = await _claims(*given)
    if found.get("email_verified") is not True:
        raise Refusal("id_token.format", "the address is not verified")
    return found


MUTANT = Mutant(
    replaces={"id_token.claims": claims},
    killed_by=("login/happy", "okta/email_never_verified", "okta/thin_token_is_completed"),
)
