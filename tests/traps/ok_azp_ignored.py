"""No "azp" is looked at: the audience says whom a token is for."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (4) (only where extensions are in use)",
    replaces={"checks.id_token_azp": lambda claims, connection: None},
    near=("id_token/azp_is_us", "id_token/audience_with_stranger", "id_token/audience_in_a_list"),
)
