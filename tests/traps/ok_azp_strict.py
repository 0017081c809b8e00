"""An "azp" that is not the client's own id is refused, although there is only one audience."""

from harness.traps.trap import Trap

TRAP = Trap(
    allowed_by="OIDC Core 1.0, 3.1.3.7 (4) and (5), in both wordings of the errata",
    near=("id_token/azp_is_us", "id_token/audience_in_a_list"),
    same="the reference is as strict",
)
